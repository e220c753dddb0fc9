package dev.assay.scoring.statistics;

import java.util.Arrays;

/** Quantiles of a list of values. */
public final class Quantiles {

    private final double[] sorted;

    /** @throws IllegalArgumentException if there are no values, or one is not finite */
    public Quantiles(double[] values) {
        if (values.length == 0 || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("quantiles need finite values, and at least one");
        }
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /**
     * The quantile by linear interpolation between order statistics: type 7 of Hyndman and Fan (1996), the default of
     * R and numpy.
     *
     * @param share from 0, the least value, to 1, the greatest
     */
    public double at(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, not " + share);
        }
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
