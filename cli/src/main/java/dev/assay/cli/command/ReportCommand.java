package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.report.ReportText;
import dev.assay.cli.report.Truth;
import dev.assay.cli.text.Environment;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description = "Prints what a run found: leaderboard with intervals, coverage, cost, latency, categories.")
final class ReportCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    ReportCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode report =
                server.connect(environment).get(Query.run(run, "/report").text());
        if (json) {
            JsonText.print(environment.out(), report);
        } else {
            new ReportText(report, Truth.none(), environment.ink()).print(environment.out());
        }
        return ExitStatus.OK;
    }
}
