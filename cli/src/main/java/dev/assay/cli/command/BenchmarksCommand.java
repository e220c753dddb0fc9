package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "benchmarks", description = "Lists the built-in benchmarks.")
final class BenchmarksCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    BenchmarksCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode answer = server.connect(environment).get("/api/v1/benchmarks");
        if (json) {
            JsonText.print(environment.out(), answer);
            return ExitStatus.OK;
        }
        Table table =
                new Table().text("benchmark").text("version").figure("items").text("about");
        for (JsonNode benchmark : answer.path("benchmarks")) {
            table.row(
                    benchmark.path("name").asText(),
                    benchmark.path("version").asText(),
                    Figures.count(benchmark.path("items").asLong()),
                    Shown.cut(benchmark.path("description").asText(), 90));
        }
        table.print(environment.out(), environment.ink());
        return ExitStatus.OK;
    }
}
