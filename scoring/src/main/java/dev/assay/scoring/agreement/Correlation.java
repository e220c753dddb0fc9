package dev.assay.scoring.agreement;

import dev.assay.scoring.statistics.StudentDistribution;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Correlation of two raters' numbers, from -1 (opposite) to 1 (together).
 *
 * <p>Source: scipy.stats {@code pearsonr}, {@code spearmanr}, {@code kendalltau} (tau-b). Not defined if either side is
 * constant or there are fewer than two pairs. Stateless.
 */
public final class Correlation {

    private Correlation() {}

    /** Pearson's r: how close the pairs lie to a straight line. */
    public static Agreement pearson(double[] x, double[] y) {
        check(x, y);
        double[] left = unit(x);
        double[] right = unit(y);
        if (left.length < 2 || right.length < 2) {
            return undefined(x.length);
        }
        double product = 0;
        for (int i = 0; i < left.length; i++) {
            product += left[i] * right[i];
        }
        return new Agreement.Value(Math.clamp(product, -1, 1));
    }

    /**
     * The probability, if x and y had nothing to do with each other and were normal, of an r at least as far from 0:
     * Student's t test with n - 2 degrees of freedom, both sides. 1 for two pairs; empty if r is not defined.
     */
    public static OptionalDouble pearsonProbability(double[] x, double[] y) {
        OptionalDouble r = pearson(x, y).asValue();
        if (r.isEmpty()) {
            return r;
        }
        double degrees = x.length - 2;
        double rest = (1 - r.getAsDouble()) * (1 + r.getAsDouble());
        if (degrees == 0) {
            return OptionalDouble.of(1);
        }
        if (rest == 0) {
            return OptionalDouble.of(0);
        }
        double t = Math.abs(r.getAsDouble()) * StrictMath.sqrt(degrees / rest);
        return OptionalDouble.of(Math.min(1, 2 * StudentDistribution.above(degrees, t)));
    }

    /** Spearman's rho: Pearson's r of the ranks, equal values sharing the mean of theirs. */
    public static Agreement spearman(double[] x, double[] y) {
        return pearson(ranks(x), ranks(y));
    }

    /** Kendall's tau-b: concordant less discordant pairs of pairs, over the geometric mean of those untied in x and y. */
    public static Agreement kendall(double[] x, double[] y) {
        check(x, y);
        double balance = 0;
        double untiedX = 0;
        double untiedY = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                int inX = Double.compare(x[i], x[j]);
                int inY = Double.compare(y[i], y[j]);
                balance += Integer.signum(inX) * Integer.signum(inY);
                untiedX += inX == 0 ? 0 : 1;
                untiedY += inY == 0 ? 0 : 1;
            }
        }
        if (untiedX == 0 || untiedY == 0) {
            return undefined(x.length);
        }
        return new Agreement.Value(balance / StrictMath.sqrt(untiedX) / StrictMath.sqrt(untiedY));
    }

    private static Agreement undefined(int pairs) {
        return new Agreement.Undefined(pairs < 2 ? Agreement.Reason.NOTHING_TO_COMPARE : Agreement.Reason.NO_VARIATION);
    }

    private static void check(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("%d numbers against %d".formatted(x.length, y.length));
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("a correlation needs finite numbers");
        }
    }

    /** Centred and of length 1; empty if constant. Scaled first, so that no square is too large or too small. */
    private static double[] unit(double[] values) {
        if (Arrays.stream(values).distinct().limit(2).count() < 2) {
            return new double[0];
        }
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double centre = mean;
        double[] centred = Arrays.stream(values).map(value -> value - centre).toArray();
        double largest = Arrays.stream(centred).map(Math::abs).max().orElse(1);
        double norm = StrictMath.sqrt(
                Arrays.stream(centred).map(v -> v / largest * (v / largest)).sum());
        return Arrays.stream(centred).map(v -> v / largest / norm).toArray();
    }

    private static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(i -> i)
                .toArray();
        double[] ranks = new double[values.length];
        for (int start = 0; start < order.length; ) {
            int end = start;
            while (end < order.length && values[order[end]] == values[order[start]]) {
                end++;
            }
            for (int i = start; i < end; i++) {
                ranks[order[i]] = (start + end + 1) / 2.0;
            }
            start = end;
        }
        return ranks;
    }
}
