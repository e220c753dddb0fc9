package dev.assay.scoring.statistics;

import java.util.Arrays;

/**
 * Sums, means and spreads of arrays, in the order of additions that numpy has: in eights, and by halves above 128.
 *
 * <p>Resampling counts how many resamples have a statistic below the sample's own, so it matters to reproducibility which
 * of two nearly equal means comes out lower. Where no such count depends on it, {@link Moments} is exact.
 */
public final class Sums {

    private static final int BLOCK = 128;
    private static final int LANES = 8;

    private Sums() {}

    public static double sum(double[] values) {
        return sum(values, 0, values.length);
    }

    /** NaN of no values. */
    public static double mean(double[] values) {
        return sum(values) / values.length;
    }

    /** The variance with the divisor n - lost; NaN if that is not above 0. */
    public static double variance(double[] values, int lost) {
        if (values.length <= lost) {
            return Double.NaN;
        }
        double mean = mean(values);
        double[] squares =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray();
        return sum(squares) / (values.length - lost);
    }

    /** The root of {@link #variance}. */
    public static double deviation(double[] values, int lost) {
        return StrictMath.sqrt(variance(values, lost));
    }

    /** Differences a - b, element by element. @throws IllegalArgumentException if they are not equally long */
    public static double[] differences(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException(a.length + " values cannot be paired with " + b.length);
        }
        double[] differences = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            differences[i] = a[i] - b[i];
        }
        return differences;
    }

    private static double sum(double[] values, int from, int count) {
        if (count < LANES) {
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += values[from + i];
            }
            return sum;
        }
        if (count > BLOCK) {
            int half = count / 2 - count / 2 % LANES;
            return sum(values, from, half) + sum(values, from + half, count - half);
        }
        double a = values[from];
        double b = values[from + 1];
        double c = values[from + 2];
        double d = values[from + 3];
        double e = values[from + 4];
        double f = values[from + 5];
        double g = values[from + 6];
        double h = values[from + 7];
        int whole = count - count % LANES;
        for (int i = from + LANES; i < from + whole; i += LANES) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
            e += values[i + 4];
            f += values[i + 5];
            g += values[i + 6];
            h += values[i + 7];
        }
        double sum = a + b + (c + d) + (e + f + (g + h));
        for (int i = whole; i < count; i++) {
            sum += values[from + i];
        }
        return sum;
    }
}
