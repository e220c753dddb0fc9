package dev.assay.scoring.classification;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

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
        Integer[] order = descending(positive, numbers);
        double above = 0;
        double area = 0;
        double negatives = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfStep(order, numbers, start);
            double positives = positives(order, positive, start, end);
            area += (end - start - positives) * (above + positives / 2);
            above += positives;
            negatives += end - start - positives;
            start = end;
        }
        return above == 0 || negatives == 0 ? OptionalDouble.empty() : OptionalDouble.of(area / above / negatives);
    }

    /**
     * Average precision: the sum over steps of recall gained times precision so far, without interpolation. Reference:
     * {@code sklearn.metrics.average_precision_score}. 0 if there are no positives.
     */
    public static double averagePrecision(boolean[] positive, double[] numbers) {
        Integer[] order = descending(positive, numbers);
        double above = 0;
        double sum = 0;
        for (int start = 0; start < order.length; ) {
            int end = endOfStep(order, numbers, start);
            double positives = positives(order, positive, start, end);
            above += positives;
            sum += positives * above / end;
            start = end;
        }
        return above == 0 ? 0 : sum / above;
    }

    private static Integer[] descending(boolean[] positive, double[] numbers) {
        if (positive.length != numbers.length || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("every label needs a finite number");
        }
        Integer[] order = IntStream.range(0, numbers.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -numbers[i]));
        return order;
    }

    private static int endOfStep(Integer[] order, double[] numbers, int start) {
        int end = start + 1;
        while (end < order.length && numbers[order[end]] == numbers[order[start]]) {
            end++;
        }
        return end;
    }

    private static double positives(Integer[] order, boolean[] positive, int start, int end) {
        return IntStream.range(start, end).filter(i -> positive[order[i]]).count();
    }
}
