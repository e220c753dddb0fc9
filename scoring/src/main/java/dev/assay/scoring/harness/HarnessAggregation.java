package dev.assay.scoring.harness;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Means, medians and standard errors of lm-evaluation-harness.
 *
 * <p>Source: {@code lm_eval/api/metrics.py}. Stateless. All methods throw an IllegalArgumentException where the reference
 * divides by zero.
 */
public final class HarnessAggregation {

    /** The harness draws resamples in blocks of so many and leaves out an incomplete last block. */
    private static final int BLOCK = 1000;

    private HarnessAggregation() {}

    /** The arithmetic mean. */
    public static double mean(double[] values) {
        return sum(values) / atLeast(1, values.length);
    }

    /** The mean of the values that are numbers; NaN if there are none. */
    public static double meanOfNumbers(double[] values) {
        return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(Double.NaN);
    }

    /** The upper median: of n sorted values that with index n / 2, never a mean of two. */
    public static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[atLeast(1, sorted.length) / 2];
    }

    /** The standard deviation with divisor n. */
    public static double populationDeviation(double[] values) {
        return Math.sqrt(squares(values) / atLeast(1, values.length));
    }

    /** The standard deviation with divisor n - 1. */
    public static double sampleDeviation(double[] values) {
        return Math.sqrt(squares(values) / (atLeast(2, values.length) - 1));
    }

    /** The standard error of the mean: the sample deviation over the root of n. */
    public static double meanError(double[] values) {
        return sampleDeviation(values) / Math.sqrt(values.length);
    }

    /**
     * The standard error of any statistic by the bootstrap: the sample deviation over resamples, each as large as the set.
     * It is that of the statistic of these items, too small by a factor √((n-1)/n) for means.
     *
     * @param resamples how many; from 1000 on rounded down to whole thousands, as there
     * @param random draws the resamples; another generator gives another result, within a few percent for 2000
     */
    public static <T> double bootstrapError(
            List<T> items, ToDoubleFunction<List<T>> statistic, int resamples, RandomGenerator random) {
        int block = Math.min(BLOCK, resamples);
        int drawn = resamples / atLeast(1, block) * block;
        int size = atLeast(1, items.size());
        IntFunction<T> draw = i -> items.get(random.nextInt(size));
        double[] values = IntStream.range(0, drawn)
                .mapToDouble(r -> statistic.applyAsDouble(
                        IntStream.range(0, size).mapToObj(draw).toList()))
                .toArray();
        return sampleDeviation(values);
    }

    /**
     * The standard error over subtasks that are weighted by size: √(Σ (n-1) n e² / (Σ n - groups) / Σ n).
     *
     * @param errors of each subtask's mean
     * @param sizes of the subtasks
     */
    public static double pooledError(double[] errors, int[] sizes) {
        same(errors.length, sizes.length);
        long all = Arrays.stream(sizes).asLongStream().sum();
        double variance = IntStream.range(0, sizes.length)
                        .mapToDouble(i -> (sizes[i] - 1.0) * errors[i] * errors[i] * sizes[i])
                        .sum()
                / atLeast(1, all - sizes.length);
        return Math.sqrt(variance / all);
    }

    /** The standard error that also counts how far subtasks' means are apart; the harness warns against its use. */
    public static double combinedError(double[] errors, int[] sizes, double[] means) {
        same(errors.length, sizes.length);
        same(errors.length, means.length);
        atLeast(1, sizes.length);
        double variance = errors[0] * errors[0];
        double size = sizes[0];
        double mean = means[0];
        for (int i = 1; i < sizes.length; i++) {
            double n = sizes[i];
            mean = (mean * size + means[i] * n) / (size + n);
            variance = ((size - 1) * variance + (n - 1) * errors[i] * errors[i]) / (size + n - 1)
                    + size * n / ((size + n) * (size + n - 1)) * (mean - means[i]) * (mean - means[i]);
            // The reference never lets the first group's size grow.
        }
        return Math.sqrt(variance);
    }

    /** The mean over subtasks, weighted by size. */
    public static double weightedMean(double[] means, int[] sizes) {
        same(means.length, sizes.length);
        double weighted = IntStream.range(0, means.length)
                .mapToDouble(i -> means[i] * sizes[i])
                .sum();
        return weighted / atLeast(1, Arrays.stream(sizes).asLongStream().sum());
    }

    /**
     * The mean over items of the squared distance of probabilities from the truth, summed over classes: 0 is best, 2 worst.
     *
     * @param truth the true class of each item, from 0
     * @param probabilities of each item's classes
     */
    public static double brier(int[] truth, double[][] probabilities) {
        same(truth.length, probabilities.length);
        double[] distances = new double[truth.length];
        for (int i = 0; i < truth.length; i++) {
            if (truth[i] < 0 || truth[i] >= probabilities[i].length) {
                throw new IllegalArgumentException("there is no class " + truth[i]);
            }
            for (int c = 0; c < probabilities[i].length; c++) {
                double distance = probabilities[i][c] - (c == truth[i] ? 1 : 0);
                distances[i] += distance * distance;
            }
        }
        return mean(distances);
    }

    private static double squares(double[] values) {
        double mean = mean(values);
        return sum(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).toArray());
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    private static long atLeast(int least, long count) {
        if (count < least) {
            throw new IllegalArgumentException("%d values are too few".formatted(count));
        }
        return count;
    }

    private static int atLeast(int least, int count) {
        return (int) atLeast(least, (long) count);
    }

    private static void same(int one, int other) {
        if (one != other) {
            throw new IllegalArgumentException("each subtask needs all of its values");
        }
    }
}
