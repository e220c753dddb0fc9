package dev.assay.scoring.harness;

import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.agreement.Correlation;
import dev.assay.scoring.classification.ConfusionMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A task of GLUE and the metrics that the benchmark asks for.
 *
 * <p>Source: Wang et al. 2018; huggingface/evaluate, {@code metrics/glue}. Predictions and references are class numbers, or
 * for STS-B similarities from 0 to 5. Higher is better everywhere; accuracy and F1 lie between 0 and 1, correlations
 * between -1 and 1. A correlation with a constant is not defined: NaN.
 */
public enum GlueTask {
    COLA("cola"),
    SST2("sst2"),
    MRPC("mrpc"),
    QQP("qqp"),
    STSB("stsb"),
    MNLI("mnli"),
    MNLI_MATCHED("mnli_matched"),
    MNLI_MISMATCHED("mnli_mismatched"),
    QNLI("qnli"),
    RTE("rte"),
    WNLI("wnli"),
    HANS("hans");

    private static final int POSITIVE = 1;

    private final String label;

    GlueTask(String label) {
        this.label = label;
    }

    /** The task of this name. */
    public static Optional<GlueTask> of(String label) {
        return Arrays.stream(values()).filter(task -> task.label.equals(label)).findFirst();
    }

    /**
     * The task's metrics by their names.
     *
     * @throws IllegalArgumentException if there are no pairs, or labels that the task does not have
     */
    public Map<String, Double> metrics(double[] predictions, double[] references) {
        if (predictions.length != references.length || predictions.length == 0) {
            throw new IllegalArgumentException("predictions and references are pairs, and at least one");
        }
        return switch (this) {
            case COLA ->
                Map.of("matthews_correlation", labels(predictions, references).matthews());
            case MRPC, QQP ->
                Map.of(
                        "accuracy", accuracy(predictions, references),
                        "f1", labels(predictions, references).of(POSITIVE, 1).f());
            case STSB ->
                Map.of(
                        "pearson", value(Correlation.pearson(predictions, references)),
                        "spearmanr", value(Correlation.spearman(predictions, references)));
            case SST2, MNLI, MNLI_MATCHED, MNLI_MISMATCHED, QNLI, RTE, WNLI, HANS ->
                Map.of("accuracy", accuracy(predictions, references));
        };
    }

    private static double value(Agreement correlation) {
        return correlation.asValue().orElse(Double.NaN);
    }

    private static double accuracy(double[] predictions, double[] references) {
        long right = IntStream.range(0, predictions.length)
                .filter(i -> predictions[i] == references[i])
                .count();
        return (double) right / predictions.length;
    }

    private static ConfusionMatrix<Integer> labels(double[] predictions, double[] references) {
        return ConfusionMatrix.of(whole(references), whole(predictions), Comparator.naturalOrder());
    }

    private static List<Integer> whole(double[] labels) {
        if (!Arrays.stream(labels).allMatch(l -> l == POSITIVE || l == 0)) {
            throw new IllegalArgumentException("labels are 0 or 1");
        }
        return Arrays.stream(labels).mapToObj(l -> (int) l).toList();
    }
}
