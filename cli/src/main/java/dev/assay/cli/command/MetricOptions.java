package dev.assay.cli.command;

import dev.assay.cli.offline.AnswerFilters;
import dev.assay.cli.offline.Fields;
import dev.assay.cli.offline.NamedMetric;
import dev.assay.cli.outcome.Failure;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which metric, and where rows hold what it compares. */
final class MetricOptions {

    /** To these a blank reference is a right answer: the question has none. */
    private static final Set<String> BLANK_REFERENCES = Set.of("squad_v2_em", "squad_v2_f1");

    @Option(names = "--metric", paramLabel = "NAME", description = "Such as bleu; 'assay score --list' lists all.")
    @Nullable
    String metric;

    @Option(
            names = "--param",
            paramLabel = "K=V",
            description = "A parameter of the metric; may be given several times, for a list too.")
    List<String> parameters = List.of();

    @Option(
            names = "--prediction",
            paramLabel = "FIELD",
            description = "Field of the prediction (default: prediction).")
    String prediction = "prediction";

    @Option(
            names = "--reference",
            paramLabel = "FIELD",
            description = "Field of the reference or the list of them (default: reference, references or target).")
    @Nullable
    String reference;

    @Option(
            names = "--extract",
            paramLabel = "FILTER",
            description = {
                "Take this out of predictions first, such as flexible_number; filters as in a spec's extract.",
                "May be given several times; each looks at what the one before left."
            })
    List<String> filters = List.of();

    @Option(names = "--allow-empty", description = "Score against empty references too, such as where none is right.")
    boolean allowEmpty;

    NamedMetric metric() {
        if (metric == null) {
            throw Failure.badInput("--metric: is missing; 'assay score --list' lists all metrics.");
        }
        return NamedMetric.of(metric, parameters, AnswerFilters.of(filters));
    }

    Fields fields() {
        return new Fields(prediction, reference, allowEmpty || (metric != null && BLANK_REFERENCES.contains(metric)));
    }
}
