package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Whether two systems that translated the same segments differ by more than chance.
 *
 * <p>Both tests take the absolute difference of the two scores, compute the same for many rounds of chance, and give
 * p = (c + 1) / (rounds + 1), where c counts the rounds with a strictly greater difference. Source: Koehn 2004, Riezler
 * and Maxwell 2005; sacreBLEU 2.6, {@code significance.py}. A system tested against itself gets the least p, which says
 * nothing: compare the scores too.
 */
public final class PairedTest {

    private PairedTest() {}

    /**
     * One system's part.
     *
     * @param score of the whole corpus
     * @param confidence from the resamples; empty for a test that makes none
     */
    public record Side(double score, Optional<Confidence> confidence) {}

    /**
     * A test's result.
     *
     * @param p the probability of a difference as great as this one by chance, if the systems were equally good
     */
    public record Result(Side baseline, Side system, double p) {}

    /**
     * Paired bootstrap: in each round both systems are scored on the same segments, drawn with replacement. The
     * differences are centred on their mean before they are compared.
     *
     * @param resamples indices of segments, at least one round
     */
    public static Result bootstrap(
            TranslationMetric metric, double[][] baseline, double[][] system, Iterator<int[]> resamples) {
        requirePairs(baseline, system);
        DoubleStream.Builder baselineRounds = DoubleStream.builder();
        DoubleStream.Builder systemRounds = DoubleStream.builder();
        while (resamples.hasNext()) {
            int[] indices = resamples.next();
            baselineRounds.add(metric.score(Bootstrap.sum(metric, baseline, indices)));
            systemRounds.add(metric.score(Bootstrap.sum(metric, system, indices)));
        }
        double[] left = baselineRounds.build().toArray();
        double[] right = systemRounds.build().toArray();
        double[] differences = new double[left.length];
        Arrays.setAll(differences, i -> Math.abs(right[i] - left[i]));
        double mean = Arrays.stream(differences).average().orElseThrow();
        double baselineScore = metric.score(metric.sum(baseline));
        double systemScore = metric.score(metric.sum(system));
        double p = p(Arrays.stream(differences).map(d -> d - mean).toArray(), Math.abs(baselineScore - systemScore));
        return new Result(
                new Side(baselineScore, Optional.of(Confidence.of(left))),
                new Side(systemScore, Optional.of(Confidence.of(right))),
                p);
    }

    /**
     * Approximate randomization: in each round the systems swap their translations of some segments.
     *
     * @param flips for each segment 1 if the first shuffled system takes the baseline's translation, 0 if the other's
     */
    public static Result randomization(
            TranslationMetric metric, double[][] baseline, double[][] system, Iterator<int[]> flips) {
        requirePairs(baseline, system);
        double[] all = metric.sum(baseline);
        double[] allOfSystem = metric.sum(system);
        DoubleStream.Builder differences = DoubleStream.builder();
        while (flips.hasNext()) {
            int[] flip = flips.next();
            double[] first = new double[metric.width()];
            double[] second = new double[metric.width()];
            for (int segment = 0; segment < flip.length; segment++) {
                add(first, flip[segment] == 1 ? baseline[segment] : system[segment]);
                add(second, flip[segment] == 1 ? system[segment] : baseline[segment]);
            }
            differences.add(Math.abs(metric.score(first) - metric.score(second)));
        }
        double baselineScore = metric.score(all);
        double systemScore = metric.score(allOfSystem);
        double p = p(differences.build().toArray(), Math.abs(baselineScore - systemScore));
        return new Result(new Side(baselineScore, Optional.empty()), new Side(systemScore, Optional.empty()), p);
    }

    private static double p(double[] rounds, double difference) {
        long greater = Arrays.stream(rounds).filter(r -> r > difference).count();
        return (greater + 1.0) / (rounds.length + 1.0);
    }

    private static void add(double[] sums, double[] segment) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += segment[i];
        }
    }

    private static void requirePairs(double[][] baseline, double[][] system) {
        if (baseline.length != system.length) {
            throw new IllegalArgumentException(
                    "%d segments of one system, %d of the other".formatted(baseline.length, system.length));
        }
    }
}
