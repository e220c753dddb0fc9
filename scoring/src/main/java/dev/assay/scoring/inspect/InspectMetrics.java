package dev.assay.scoring.inspect;

import dev.assay.scoring.definition.Arguments;
import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.inspect.InspectMatch.Place;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Needs;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.pattern.PatternLimitException;
import dev.assay.scoring.text.PythonText;
import java.util.List;

/** The metrics of this package that can be named. */
public final class InspectMetrics {

    private InspectMetrics() {}

    public static List<MetricType> types() {
        return List.of(
                MetricType.unit(
                        "inspect_match",
                        "The answer has a reference at its start, at its end or anywhere (Inspect).",
                        Needs.ANSWER,
                        List.of(
                                Parameter.oneOf(
                                        "location",
                                        List.of("begin", "end", "any", "exact"),
                                        "where it must stand; default end"),
                                Parameter.optional(
                                        "numeric", Kind.FLAG, "compare numbers by their value; default false"),
                                Parameter.optional("ignore_case", Kind.FLAG, "default true"),
                                Parameter.optional("ignore_punctuation", Kind.FLAG, "at the ends; default true")),
                        InspectMetrics::match),
                MetricType.unit(
                        "inspect_f1",
                        "Overlap of the sets of words of prediction and reference, to two decimals (Inspect).",
                        Needs.EXTRACTED,
                        List.of(),
                        arguments -> overlap(InspectOverlap::f1)),
                MetricType.unit(
                        "inspect_exact",
                        "Prediction and a reference have the same words (Inspect).",
                        Needs.EXTRACTED,
                        List.of(),
                        arguments -> overlap(InspectOverlap::exact)));
    }

    private static Metric match(Arguments arguments) {
        InspectMatch match = new InspectMatch(
                Place.valueOf(PythonText.upper(arguments.text("location").orElse("end"))),
                arguments.flag("numeric", false),
                arguments.flag("ignore_case", true),
                arguments.flag("ignore_punctuation", true));
        return (prediction, sample) -> Score.best(sample.references(), reference -> {
            try {
                return Score.of(
                        prediction != null && match.of(prediction, reference).matched());
            } catch (PatternLimitException tooLarge) {
                return new Score.Unscorable(String.valueOf(tooLarge.getMessage()));
            }
        });
    }

    private static Metric overlap(Overlap overlap) {
        return (prediction, sample) -> sample.references().isEmpty()
                ? new Score.Unscorable("the item has no reference")
                : Score.of(prediction == null ? 0 : overlap.of(prediction, sample.references()));
    }

    /** A score between 0 and 1. */
    @FunctionalInterface
    private interface Overlap {
        double of(String answer, List<String> targets);
    }
}
