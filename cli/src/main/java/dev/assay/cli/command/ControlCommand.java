package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.watch.RunWords;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** cancel, pause and resume: they differ in one word. */
@Command
final class ControlCommand implements Callable<Integer> {

    private final Environment environment;
    private final String verb;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; shown with the run.")
    @Nullable
    String reason;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    ControlCommand(Environment environment, String verb) {
        this.environment = environment;
        this.verb = verb;
    }

    @Override
    public Integer call() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (reason != null) {
            body.put("reason", reason);
        }
        JsonNode view = server.connect(environment)
                .post(Query.run(run, "/" + Query.encoded(verb)).text(), body);
        if (json) {
            JsonText.print(environment.out(), view);
        } else {
            environment
                    .out()
                    .println("Run " + view.path("id").asText() + ": " + verb + " is accepted; it is "
                            + view.path("state").asText() + ", " + RunWords.share(view));
        }
        return ExitStatus.OK;
    }
}
