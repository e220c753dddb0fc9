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
        double place = checked(share) * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return between(sorted[below], sorted[above], place - below);
    }

    /** The least value that at least this share of the values does not exceed: nearest rank, never between two values. */
    public double nearestRank(double share) {
        int rank = (int) Math.ceil(checked(share) * sorted.length);
        return sorted[Math.max(rank, 1) - 1];
    }

    /** The order statistic at or below the place where {@link #at} looks. */
    public double lower(double share) {
        return sorted[(int) Math.floor(checked(share) * (sorted.length - 1))];
    }

    /** The order statistic at or above the place where {@link #at} looks. */
    public double higher(double share) {
        return sorted[(int) Math.ceil(checked(share) * (sorted.length - 1))];
    }

    // From the nearer end, as numpy does: equal ends then give exactly that value, and so does a weight of 1.
    private static double between(double low, double high, double weight) {
        double width = high - low;
        return weight >= 0.5 ? high - width * (1 - weight) : low + width * weight;
    }

    private static double checked(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a quantile lies between 0 and 1, not " + share);
        }
        return share;
    }
}
