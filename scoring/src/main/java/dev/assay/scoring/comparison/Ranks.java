package dev.assay.scoring.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks from 1, equal values sharing the mean of theirs.
 *
 * @param of each value's rank
 * @param ties the sum of t³ - t over groups of t equal values
 */
record Ranks(double[] of, double ties) {

    static Ranks of(double... values) {
        Integer[] order = IntStream.range(0, values.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> values[i] == 0 ? 0.0 : values[i]));
        double[] ranks = new double[values.length];
        double ties = 0;
        int start = 0;
        while (start < order.length) {
            int end = start + 1;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }
            double t = end - start;
            ties += t * t * t - t;
            start = end;
        }
        return new Ranks(ranks, ties);
    }
}
