package dev.assay.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.cli.api.Api;
import dev.assay.cli.api.Query;
import dev.assay.cli.comparison.ComparisonText;
import dev.assay.cli.comparison.FlipText;
import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Compares runs and models on the items that they share.",
            "The first is the baseline; a run alone stands for all its models."
        },
        footer = {
            "",
            "./assay compare BASE TUNED            two runs",
            "./assay compare RUN --baseline m1     all models of a run with one of them",
            "./assay compare RUN1:m RUN2:m --by-category",
            "./assay compare V1 V2 V3 --folds 5    what choosing the best of three prompts is worth"
        })
final class CompareCommand implements Callable<Integer> {

    private final Environment environment;

    @Mixin
    ServerOptions server = new ServerOptions();

    @Parameters(arity = "1..*", paramLabel = "SIDE", description = "RUN or RUN:MODEL.")
    List<String> sides = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "SIDE",
            description =
                    "What others are compared with (default: the first); a model's name will do if one side has it.")
    @Nullable
    String baseline;

    @Option(names = "--metric", paramLabel = "M", description = "By which (default: the first that all have).")
    @Nullable
    String metric;

    @Option(names = "--by-category", description = "Compare in each category too.")
    boolean byCategory;

    @Option(
            names = "--correction",
            paramLabel = "holm|bh",
            description = "Of p-values for there being several (default: holm).")
    @Nullable
    String correction;

    @Option(names = "--all-pairs", description = "Compare every pair, not only with the baseline.")
    boolean allPairs;

    @Option(names = "--confidence", paramLabel = "P", description = "Of intervals and verdicts (default: 0.95).")
    @Nullable
    String confidence;

    @Option(names = "--cluster", paramLabel = "FIELD", description = "Items that belong together, such as on one text.")
    @Nullable
    String cluster;

    @Option(names = "--folds", paramLabel = "K", description = "Cross-validate the choice of the best side.")
    @Nullable
    String folds;

    @Option(names = "--stratify", paramLabel = "category", description = "Each category has its share in every fold.")
    @Nullable
    String stratify;

    @Option(names = "--group", paramLabel = "FIELD", description = "Items of equal value stay in one fold.")
    @Nullable
    String group;

    @Option(names = "--seed", paramLabel = "N", description = "Of the order in which items are parted (default: 1).")
    @Nullable
    String seed;

    @Option(names = "--flips", paramLabel = "N", description = "Of two sides, also list items on which they differ.")
    int flips;

    @Option(names = "--json", description = "Print the API's answer.")
    boolean json;

    CompareCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Api api = server.connect(environment);
        JsonNode comparison = api.get(query().text());
        if (json) {
            JsonText.print(environment.out(), comparison);
            return ExitStatus.OK;
        }
        new ComparisonText(comparison, environment.ink()).print(environment.out());
        if (flips > 0) {
            list(api, comparison);
        }
        return ExitStatus.OK;
    }

    private void list(Api api, JsonNode comparison) {
        JsonNode pairs = comparison.path("pairs");
        if (pairs.size() != 1) {
            throw Failure.badInput("--flips: lists the items of two sides, but there are " + (pairs.size() + 1) + ".");
        }
        String path = Query.of("/api/v1/comparisons/flips")
                .with("candidate", pairs.path(0).path("candidate").asText())
                .with("baseline", pairs.path(0).path("baseline").asText())
                .with("metric", comparison.path("metric").asText())
                .with("limit", Math.min(flips, 200))
                .text();
        environment.out().println();
        new FlipText(api.get(path), environment.ink()).print(environment.out());
    }

    private Query query() {
        Query query = Query.of("/api/v1/comparisons");
        sides.forEach(side -> query.with("side", side));
        return query.with("baseline", baseline)
                .with("metric", metric)
                .with("byCategory", byCategory ? "true" : null)
                .with("correction", correction == null ? null : correction.toLowerCase(Locale.ROOT))
                .with("pairs", allPairs ? "all" : null)
                .with("confidence", confidence)
                .with("cluster", cluster)
                .with("folds", folds)
                .with("stratify", stratify)
                .with("group", group)
                .with("seed", seed);
    }
}
