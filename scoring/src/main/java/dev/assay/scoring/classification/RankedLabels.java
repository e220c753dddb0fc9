package dev.assay.scoring.classification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Positives and negatives in the descending order of their numbers; equal numbers are one step. Sorted once, they are
 * counted with any weights in one pass. Immutable.
 */
final class RankedLabels {

    private final int[] order;
    private final boolean[] positive;
    /** Where each step ends, in the order. */
    private final int[] ends;

    /** @throws IllegalArgumentException unless every label has a finite number */
    RankedLabels(boolean[] positive, double[] numbers) {
        if (positive.length != numbers.length || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("every label needs a finite number");
        }
        this.positive = positive.clone();
        this.order = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -numbers[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.ends = IntStream.rangeClosed(1, order.length)
                .filter(end -> end == order.length || numbers[order[end]] != numbers[order[end - 1]])
                .toArray();
    }

    /** Takes the next step, from above. */
    private interface Step {

        /** @param positives and negatives of the step, and how many of both are above it */
        void take(long positives, long negatives, long positivesAbove, long negativesAbove);
    }

    /** @param times how often each label counts */
    private void walk(int[] times, Step step) {
        long positivesAbove = 0;
        long negativesAbove = 0;
        int at = 0;
        for (int end : ends) {
            long positives = 0;
            long negatives = 0;
            for (; at < end; at++) {
                int label = order[at];
                positives += positive[label] ? times[label] : 0;
                negatives += positive[label] ? 0 : times[label];
            }
            step.take(positives, negatives, positivesAbove, negativesAbove);
            positivesAbove += positives;
            negativesAbove += negatives;
        }
    }

    /** As {@link Ranking#rocArea}, each label counted so often. */
    OptionalDouble rocArea(int[] times) {
        double[] area = {0};
        long[] all = {0, 0};
        walk(times, (positives, negatives, positivesAbove, negativesAbove) -> {
            area[0] += negatives * (positivesAbove + positives / 2.0);
            all[0] += positives;
            all[1] += negatives;
        });
        return all[0] == 0 || all[1] == 0 ? OptionalDouble.empty() : OptionalDouble.of(area[0] / all[0] / all[1]);
    }

    /** As {@link Ranking#averagePrecision}, each label counted so often. */
    double averagePrecision(int[] times) {
        double[] sum = {0};
        long[] all = {0};
        walk(times, (positives, negatives, positivesAbove, negativesAbove) -> {
            if (positives > 0) {
                double found = positivesAbove + positives;
                sum[0] += positives * found / (found + negativesAbove + negatives);
            }
            all[0] += positives;
        });
        return all[0] == 0 ? 0 : sum[0] / all[0];
    }
}
