package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Table;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "samples", description = "Lists a run's samples, or shows one of them with everything that is known.")
final class SamplesCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(index = "0", paramLabel = "RUN", description = "Id, its unique beginning, or 'latest'.")
    String run = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TASK",
            description = "One sample: model, item and repeat by number, such as 0.17.0, or its whole name.")
    @Nullable
    String task;

    @Option(names = "--model", paramLabel = "M", description = "Only of this model.")
    @Nullable
    String model;

    @Option(names = "--category", paramLabel = "C", description = "Only of this category.")
    @Nullable
    String category;

    @Option(names = "--outcome", paramLabel = "O", description = "Only answered, refused, failed or cancelled ones.")
    @Nullable
    String outcome;

    @Option(
            names = "--metric",
            paramLabel = "M",
            description = "Metric that the score limits mean (default: the first).")
    @Nullable
    String metric;

    @Option(names = "--min-score", paramLabel = "X", description = "Only with at least this score.")
    @Nullable
    Double minScore;

    @Option(names = "--max-score", paramLabel = "X", description = "Only with at most this score.")
    @Nullable
    Double maxScore;

    @Option(
            names = "--flips",
            paramLabel = "FORM",
            description = "Samples that score otherwise in this form of their items than in the items as they are.")
    @Nullable
    String flips;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 500 (default: 20).")
    int limit = 20;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    SamplesCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Api api = server.connect(environment);
        String one = task;
        if (one != null) {
            show(api.get(Query.run(run, "/samples/" + Query.encoded(place(one))).text()));
        } else if (flips != null) {
            flips(api.get(Query.run(run, "/flips")
                    .with("variant", flips)
                    .with("metric", metric)
                    .with("model", model)
                    .with("limit", limit)
                    .text()));
        } else {
            list(api.get(query().text()));
        }
        return ExitStatus.OK;
    }

    private Query query() {
        return Query.run(run, "/samples")
                .with("limit", limit)
                .with("model", model)
                .with("category", category)
                .with("outcome", outcome == null ? null : outcome.toLowerCase(Locale.ROOT))
                .with("metric", metric)
                .with("minScore", minScore)
                .with("maxScore", maxScore);
    }

    /** The last three numbers of a task's name. */
    private static String place(String task) {
        String[] parts = task.split("\\.");
        if (parts.length < 3) {
            throw Failure.badInput(
                    "'" + task + "' is not a sample.",
                    "Write model, item and repeat by number, such as 0.17.0; './assay samples RUN' lists them.");
        }
        return String.join(".", java.util.Arrays.asList(parts).subList(parts.length - 3, parts.length));
    }

    private void show(JsonNode sample) {
        if (json) {
            JsonText.print(environment.out(), sample);
        } else {
            new SampleText(sample, environment.ink()).print(environment.out());
        }
    }

    private void flips(JsonNode page) {
        if (json) {
            JsonText.print(environment.out(), page);
            return;
        }
        FormFlipText text = new FormFlipText(page);
        if (text.table().isEmpty()) {
            environment.out().println("No sample scores otherwise.");
            return;
        }
        text.table().print(environment.out(), environment.ink());
        if (page.hasNonNull("next")) {
            environment.out().println("There are more: use --limit.");
        }
    }

    private void list(JsonNode page) {
        if (json) {
            JsonText.print(environment.out(), page);
            return;
        }
        Table table = SampleText.table();
        page.path("samples").forEach(sample -> table.row(SampleText.row(sample)));
        if (table.isEmpty()) {
            environment.out().println("No samples.");
            return;
        }
        table.print(environment.out(), environment.ink());
        if (page.hasNonNull("next")) {
            environment.out().println("There are more: use --limit, or './assay export'.");
        }
    }
}
