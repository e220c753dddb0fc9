package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.api.Query;
import dev.assay.cli.api.Refusal;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.spec.SpecFile;
import dev.assay.cli.text.Environment;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rescore",
        description = "Scores a finished run again from its stored answers: no provider is called.",
        footer = {
            "",
            "FILE, for example:",
            "  metrics: [exact_match, f1]",
            "  extract: [last_number]",
            "All metrics and filters: docs/metrics.md, './assay score --list'."
        })
final class RescoreCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "YAML or JSON with metrics and, if it changes, extract, as in a run spec.")
    Path file = Path.of("");

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    RescoreCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode body = body(SpecFile.read(file).text());
        try {
            JsonNode view =
                    server.connect(environment).post(Query.run(run, "/rescore").text(), body);
            if (json) {
                JsonText.print(environment.out(), view);
            } else {
                environment.out().println("Run " + view.path("id").asText() + " is being scored again.");
            }
            return ExitStatus.OK;
        } catch (Refusal e) {
            if (e.problems().isEmpty()) {
                throw e;
            }
            throw new Failure(
                    e.status(),
                    e.problems().stream()
                            .map(problem -> problem.text(file.toString()))
                            .toList());
        }
    }

    private JsonNode body(String text) {
        try {
            Object content = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            JsonNode body = new ObjectMapper().valueToTree(content);
            if (!body.isObject()) {
                throw Failure.badInput(file + ": must hold metrics, such as 'metrics: [exact_match]'.");
            }
            return body;
        } catch (YAMLException e) {
            throw Failure.badInput(file + ": is not YAML: " + e.getMessage());
        }
    }
}
