package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Shown;
import dev.assay.cli.text.Table;
import dev.assay.cli.watch.RunWords;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "Lists runs, newest first.")
final class RunsCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Option(names = "--state", paramLabel = "STATE", description = "Only in this state, such as RUNNING or PARTIAL.")
    @Nullable
    String state;

    @Option(names = "--group", paramLabel = "G", description = "Only of this group.")
    @Nullable
    String group;

    @Option(names = "--name", paramLabel = "TEXT", description = "Only with this in their name.")
    @Nullable
    String name;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 200 (default: 20).")
    int limit = 20;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    RunsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        JsonNode page = server.connect(environment)
                .get(Query.of("/api/v1/runs")
                        .with("limit", limit)
                        .with("state", state == null ? null : state.toUpperCase(Locale.ROOT))
                        .with("group", group)
                        .with("name", name)
                        .text());
        if (json) {
            JsonText.print(environment.out(), page);
        } else {
            print(page);
        }
        return ExitStatus.OK;
    }

    private void print(JsonNode page) {
        Table table = table();
        page.path("runs").forEach(run -> table.row(row(run)));
        if (table.isEmpty()) {
            environment.out().println("No runs. Start one with './assay run FILE', or see './assay demo'.");
            return;
        }
        table.print(environment.out(), environment.ink());
        page.path("runs").forEach(run -> printWaits(environment, run));
        if (page.hasNonNull("next")) {
            environment.out().println("There are more: use --limit, --state, --group or --name.");
        }
    }

    /** What the run waits for, if it does. */
    static void printWaits(Environment environment, JsonNode run) {
        RunWords.waits(run)
                .forEach(wait -> environment.out().println(run.path("id").asText() + " waits. " + wait + "."));
    }

    static Table table() {
        return new Table()
                .text("run")
                .text("name")
                .text("state")
                .text("benchmark")
                .figure("models")
                .figure("samples")
                .figure("cost")
                .text("submitted");
    }

    static String[] row(JsonNode run) {
        return new String[] {
            run.path("id").asText(),
            Shown.cut(run.path("name").asText(), 30),
            run.path("state").asText(),
            run.path("benchmark").path("name").asText(),
            String.valueOf(run.path("models").size()),
            RunWords.isFinal(run) ? Figures.count(run.path("samples").asLong()) : RunWords.share(run),
            Figures.money(run.path("cost").path("spend")),
            run.path("submittedAt").asText().replaceFirst("\\.\\d+Z$", "Z")
        };
    }
}
