package dev.assay.scoring.classification;

import java.util.Arrays;
import java.util.OptionalDouble;

/** How well numbers put positives above negatives. Equal numbers are one step. Pure functions. */
public final class Ranking {

    private Ranking() {}

    /**
     * The area under the ROC curve: the chance that a positive has a higher number than a negative, equal ones half.
     * Reference: {@code sklearn.metrics.roc_auc_score}.
     *
     * @return empty if positives or negatives are missing
     */
    public static OptionalDouble rocArea(boolean[] positive, double[] numbers) {
        return new RankedLabels(positive, numbers).rocArea(once(positive));
    }

    /**
     * Average precision: the sum over steps of recall gained times precision so far, without interpolation. Reference:
     * {@code sklearn.metrics.average_precision_score}. 0 if there are no positives.
     */
    public static double averagePrecision(boolean[] positive, double[] numbers) {
        return new RankedLabels(positive, numbers).averagePrecision(once(positive));
    }

    private static int[] once(boolean[] labels) {
        int[] once = new int[labels.length];
        Arrays.fill(once, 1);
        return once;
    }
}
