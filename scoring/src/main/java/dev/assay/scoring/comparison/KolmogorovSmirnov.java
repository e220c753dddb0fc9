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
        if (m == n && distance == n && isRoundedAboveOne(n)) {
            return approximate(n);
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

    /**
     * Whether scipy's sum for two samples of one size and the least distance comes out above 1, which the exact chance
     * is. Scipy then takes its approximation, and so do we: a user who compares the two finds one number.
     */
    private static boolean isRoundedAboveOne(int n) {
        double sum = 0;
        for (int k = n; k >= 0; k--) {
            double paths = 1;
            paths = (n - k) * paths / (n + k + 1);
            sum = paths * (1 - sum);
        }
        return 2 * sum > 1;
    }

    /**
     * The chance that one sample of half the size reaches the distance 1 / n from its distribution. Between 1 / 2s and
     * 1 / s, where this distance lies, the distribution of Kolmogorov's statistic for s values is s! (2 d - 1 / s)^s.
     */
    private static double approximate(int n) {
        double size = Math.rint(n / 2.0);
        double beyond = 2.0 / n - 1 / size;
        if (beyond <= 0) {
            return 1;
        }
        double inside = 1;
        for (int i = 1; i <= size; i++) {
            inside *= i * beyond;
        }
        return 1 - inside;
    }
}
