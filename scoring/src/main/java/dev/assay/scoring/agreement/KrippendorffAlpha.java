package dev.assay.scoring.agreement;

import java.util.Arrays;

/**
 * Krippendorff's alpha: 1 - observed / expected disagreement of any number of raters, some of whose ratings may be
 * missing.
 *
 * <p>Source: K. Krippendorff, Content Analysis; {@code fast-krippendorff}, {@code alpha}. With o(c, k) the coincidences of
 * the values c and k within units, each unit of m ratings weighing 1 / (m - 1), n(c) their sums and n the whole,
 * α = 1 - (n - 1) Σ o δ² / Σ (n(c) n(k) - [c = k] n(c)) δ². Units with fewer than two ratings say nothing and are left
 * out. At most 1. Stateless.
 *
 * <p>Not defined without a unit that was rated twice, with a single value ({@code ONE_CATEGORY}), or if the values that
 * can be compared are all the same although others occur ({@code NO_VARIATION}).
 */
public final class KrippendorffAlpha {

    /** What differences of the values mean. */
    public enum Level {
        /** Equal or not. */
        NOMINAL,
        /** By how many ratings lie between. */
        ORDINAL,
        /** By their difference. */
        INTERVAL,
        /** By their difference relative to their sum; two zeros do not differ. */
        RATIO
    }

    private KrippendorffAlpha() {}

    /**
     * Computes alpha.
     *
     * @param ratings a row for each rater, a column for each unit, NaN where a rater did not rate
     */
    public static Agreement of(double[][] ratings, Level level) {
        double[] values = Arrays.stream(ratings)
                .flatMapToDouble(Arrays::stream)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .distinct()
                .toArray();
        double[][] coincidences = coincidences(ratings, values);
        double[] totals = Arrays.stream(coincidences)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double all = Arrays.stream(totals).sum();
        if (all == 0) {
            return new Agreement.Undefined(Agreement.Reason.NOTHING_TO_COMPARE);
        }
        if (values.length == 1) {
            return new Agreement.Undefined(Agreement.Reason.ONE_CATEGORY);
        }
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            for (int k = 0; k < values.length; k++) {
                double distance = distance(level, values, totals, c, k);
                observed += coincidences[c][k] * distance * distance;
                expected += (totals[c] * totals[k] - (c == k ? totals[c] : 0)) / (all - 1) * distance * distance;
            }
        }
        return Agreement.beyondChance(observed, expected);
    }

    private static double[][] coincidences(double[][] ratings, double[] values) {
        int units = Arrays.stream(ratings).mapToInt(row -> row.length).max().orElse(0);
        double[][] coincidences = new double[values.length][values.length];
        for (int unit = 0; unit < units; unit++) {
            double[] counts = new double[values.length];
            double given = 0;
            for (double[] rater : ratings) {
                if (rater.length != units) {
                    throw new IllegalArgumentException("each rater needs a place for each unit");
                }
                if (!Double.isNaN(rater[unit])) {
                    counts[Arrays.binarySearch(values, rater[unit])]++;
                    given++;
                }
            }
            for (int c = 0; c < values.length && given > 1; c++) {
                for (int k = 0; k < values.length; k++) {
                    coincidences[c][k] += counts[c] * (counts[k] - (c == k ? 1 : 0)) / (given - 1);
                }
            }
        }
        return coincidences;
    }

    private static double distance(Level level, double[] values, double[] totals, int c, int k) {
        return switch (level) {
            case NOMINAL -> c == k ? 0 : 1;
            case ORDINAL -> {
                double between = -(totals[c] + totals[k]) / 2;
                for (int i = Math.min(c, k); i <= Math.max(c, k); i++) {
                    between += totals[i];
                }
                yield between;
            }
            case INTERVAL -> values[c] - values[k];
            case RATIO -> values[c] + values[k] == 0 ? 0 : (values[c] - values[k]) / (values[c] + values[k]);
        };
    }
}
