package dev.assay.scoring.classification;

import dev.assay.scoring.definition.Parameter;
import dev.assay.scoring.definition.Parameter.Kind;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.metric.MetricType.Needs;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** The metrics of labels and probabilities that can be named. */
public final class ClassificationMetrics {

    private static final List<Parameter> LABEL_PARAMETERS = List.of(
            Parameter.optional("labels", Kind.TEXTS, "the labels to average over; default all that occur"),
            Parameter.optional("ignore_case", Kind.FLAG, "compare labels in lower case; default false"));

    private ClassificationMetrics() {}

    /** All of them. */
    public static List<MetricType> types() {
        List<MetricType> types = new ArrayList<>();
        types.add(label("accuracy", 0, "Share of samples with the right label.", (m, labels) -> some(m.accuracy())));
        types.add(label(
                "balanced_accuracy",
                0,
                "Mean over true labels of the share of their samples found.",
                (m, labels) -> some(m.balancedAccuracy())));
        averaged(types, "precision", "right among those predicted as a label", LabelScore::precision);
        averaged(types, "recall", "found among those truly of a label", LabelScore::recall);
        averaged(types, "f1", "harmonic mean of precision and recall of a label", LabelScore::f);
        types.add(label(
                "mcc",
                -1,
                "Matthews' correlation of true and predicted labels; 0 is chance.",
                (m, labels) -> some(m.matthews())));
        types.add(label(
                "cohen_kappa",
                -1,
                "Agreement of true and predicted labels beyond chance (Cohen).",
                (m, labels) -> m.kappa()));
        types.addAll(ProbabilityMetric.types());
        return List.copyOf(types);
    }

    private static void averaged(
            List<MetricType> types, String name, String meaning, ToDoubleFunction<LabelScore> part) {
        String sentence = Character.toUpperCase(meaning.charAt(0)) + meaning.substring(1);
        types.add(label(
                name + "_macro",
                0,
                sentence + ", the plain mean over labels.",
                (m, labels) -> over(labels, () -> m.macro(labels, 1), part)));
        types.add(label(
                name + "_micro",
                0,
                sentence + ", over all samples at once.",
                (m, labels) -> some(part.applyAsDouble(m.micro(labels, 1)))));
        types.add(label(
                name + "_weighted",
                0,
                sentence + ", labels as heavy as they are frequent.",
                (m, labels) -> some(part.applyAsDouble(m.weighted(labels, 1)))));
    }

    private static OptionalDouble over(
            List<String> labels, Supplier<LabelScore> score, ToDoubleFunction<LabelScore> part) {
        return labels.isEmpty() ? OptionalDouble.empty() : some(part.applyAsDouble(score.get()));
    }

    private static OptionalDouble some(double value) {
        return OptionalDouble.of(value);
    }

    private static MetricType label(String name, double minimum, String meaning, LabelMetric.Summary summary) {
        return new MetricType(
                name,
                1,
                meaning,
                Needs.EXTRACTED,
                Direction.HIGHER_IS_BETTER,
                minimum,
                1,
                LABEL_PARAMETERS,
                arguments -> new LabelMetric(arguments, summary));
    }
}
