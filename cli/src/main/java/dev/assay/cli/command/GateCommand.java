package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.comparison.GateText;
import dev.assay.cli.text.Environment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "gate",
        description = "Holds a run that has ended against a policy: may this model be released?",
        footer = {
            "",
            "./assay gate latest --policy examples/gate.yaml",
            "",
            "Exit status: 0 GO, 1 NO-GO, 2 INCONCLUSIVE or nothing decided (wrong policy, no such run), 5 no server."
        })
final class GateCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Option(names = "--policy", paramLabel = "FILE", required = true, description = "YAML or JSON; see docs/gate.md.")
    Path policy = Path.of("");

    @Option(names = "--model", paramLabel = "M", description = "Of a run with several models.")
    @Nullable
    String model;

    @Option(
            names = "--baseline",
            paramLabel = "RUN[:MODEL]",
            description = "What drops are measured against, in the place of the policy's.")
    @Nullable
    String baseline;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    GateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        GatePolicyFile file = GatePolicyFile.read(policy);
        return show(
                environment, json, file.decide(server.connect(environment), run, Optional.ofNullable(model), baseline));
    }

    /** Prints a verdict and gives its exit status. */
    static int show(Environment environment, boolean json, JsonNode verdict) {
        if (json) {
            JsonText.print(environment.out(), verdict);
        } else {
            new GateText(verdict, environment.ink()).print(environment.out());
        }
        return verdict.path("exitStatus").asInt(2);
    }
}
