package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.TestResult;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Kolmogorov and Smirnov's test that two samples come from one distribution, two-sided and exact, as scipy
 * {@code ks_2samp} for up to 10,000 values. Time grows with the product of both sizes. Pure functions.
 */
public final class KolmogorovSmirnov {

    private KolmogorovSmirnov() {}

    /** The greatest distance of the two empirical distributions, with its p-value; each sample holds at least one value. */
    public static TestResult test(double[] a, double[] b) {
        double[] first = a.clone();
        double[] second = b.clone();
        Arrays.sort(first);
        Arrays.sort(second);
        long greatest = DoubleStream.concat(Arrays.stream(first), Arrays.stream(second))
                .mapToLong(x -> Math.abs((long) atMost(first, x) * b.length - (long) atMost(second, x) * a.length))
                .max()
                .orElseThrow();
        return new TestResult(greatest / ((double) a.length * b.length), chance(a.length, b.length, greatest));
    }

    private static int atMost(double[] sorted, double x) {
        int count = 0;
        for (double value : sorted) {
            if (value <= x) {
                count++;
            }
        }
        return count;
    }

    /** The share of all orders of both samples that reach the distance, by the paths that stay inside of it. */
    private static double chance(int m, int n, long distance) {
        if (distance == 0) {
            return 1;
        }
        double[] inside = new double[n + 1];
        for (int i = 0; i <= m; i++) {
            for (int j = 0; j <= n; j++) {
                if (Math.abs((long) i * n - (long) j * m) >= distance) {
                    inside[j] = 0;
                } else if (i == 0 && j == 0) {
                    inside[j] = 1;
                } else {
                    double down = i == 0 ? 0 : inside[j];
                    double left = j == 0 ? 0 : inside[j - 1];
                    inside[j] = (i * down + j * left) / (i + j);
                }
            }
        }
        return Math.clamp(1 - inside[n], 0, 1);
    }
}
