package dev.assay.scoring.harness;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * True and predicted labels of a two-class task, of which 1 is the positive one, as scikit-learn scores them.
 *
 * @param truePositives predicted 1, rightly
 * @param falsePositives predicted 1, wrongly
 * @param falseNegatives predicted 0, wrongly
 * @param trueNegatives predicted 0, rightly
 */
public record BinaryLabels(long truePositives, long falsePositives, long falseNegatives, long trueNegatives) {

    /**
     * Counts.
     *
     * @throws IllegalArgumentException if a label is neither 0 nor 1, or there are none
     */
    public static BinaryLabels of(int[] truth, int[] predicted) {
        if (truth.length != predicted.length
                || truth.length == 0
                || !IntStream.concat(Arrays.stream(truth), Arrays.stream(predicted))
                        .allMatch(l -> l == 0 || l == 1)) {
            throw new IllegalArgumentException("labels are pairs of 0 or 1");
        }
        long[] counts = new long[4];
        for (int i = 0; i < truth.length; i++) {
            counts[2 * truth[i] + predicted[i]]++;
        }
        return new BinaryLabels(counts[3], counts[1], counts[2], counts[0]);
    }

    /** 2 TP / (2 TP + FP + FN), from 0 to 1; 0 if 1 is neither true nor predicted anywhere. */
    public double f1() {
        long all = 2 * truePositives + falsePositives + falseNegatives;
        return all == 0 ? 0 : 2.0 * truePositives / all;
    }

    /** The correlation of Matthews (1975), from -1 to 1; 0 if all true or all predicted labels are the same. */
    public double matthews() {
        double positive = (double) truePositives + falseNegatives;
        double negative = (double) trueNegatives + falsePositives;
        double said = (double) truePositives + falsePositives;
        double denied = (double) trueNegatives + falseNegatives;
        double spread = positive * negative * said * denied;
        double product = (double) truePositives * trueNegatives - (double) falsePositives * falseNegatives;
        return spread == 0 ? 0 : product / Math.sqrt(spread);
    }
}
