package dev.assay.scoring.comparison;

import dev.assay.scoring.resampling.Bootstrap;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.resampling.Statistic;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.StudentDistribution;
import dev.assay.scoring.statistics.Sums;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Two systems on the same items: by how much the first is better, and how sure that is.
 *
 * <p>Differences are of items, repeats having been averaged, since repeats of one item are not independent questions.
 * With clusters every interval and test goes by cluster. All tests are two-sided.
 *
 * @param items how many are shared
 * @param clusters how many clusters they form; equal to the items if each stands alone
 * @param unpaired how many items only one system has, and which therefore say nothing here
 * @param firstMean the first's mean over shared items
 * @param secondMean the second's
 * @param difference first minus second
 * @param standardError of the difference
 * @param interval the one to quote: {@link PairedInterval#binary} for right and wrong answers, else Student's, by cluster
 *     if there are clusters
 * @param bca the bootstrap's bias-corrected and accelerated interval; empty where it is not defined, and for more than
 *     20,000 items, of which resampling says nothing that the interval does not
 * @param flips how many items each is better on
 * @param p the p-value to quote: McNemar's mid-p for right and wrong answers that stand alone, Student's by cluster if
 *     there are clusters, else that of the sign-flip permutation
 * @param pairedT Student's p-value; NaN if nothing differs
 * @param permutation p-value by flipping signs, of whole clusters if there are any
 * @param mcNemar for right and wrong answers, else empty
 * @param detectable the least true difference that as many such items show with power 0.8 at this confidence
 */
public record PairedComparison(
        int items,
        int clusters,
        int unpaired,
        double firstMean,
        double secondMean,
        double difference,
        double standardError,
        Interval interval,
        Optional<Interval> bca,
        Flips flips,
        double p,
        double pairedT,
        double permutation,
        Optional<Exact> mcNemar,
        double detectable) {

    private static final double POWER = 0.8;
    private static final int MOST_RESAMPLED = 20_000;

    /**
     * Items by which system is better on them.
     *
     * @param gained the first is better
     * @param lost the second is
     * @param same neither is
     */
    public record Flips(long gained, long lost, long same) {}

    /** McNemar's p-values: exact never errs more often than its level, mid-p is nearer to it. */
    public record Exact(double exact, double midP) {}

    /** How much work goes into resampling. */
    public record Effort(int resamples, int permutations) {
        public Effort {
            if (resamples < Resamples.LEAST || permutations < 1000) {
                throw new IllegalArgumentException("at least 2000 resamples and 1000 permutations are needed");
            }
        }

        /** Ends steady to about a fiftieth of the interval, p-values near 0.05 to 0.005. */
        public static Effort standard() {
            return new Effort(Resamples.LEAST, 10_000);
        }
    }

    /**
     * Compares.
     *
     * @param confidence of the intervals, such as 0.95
     * @param random the same generator state gives the same result
     * @throws IllegalArgumentException if fewer than two items, or fewer than two clusters, are shared
     */
    public static PairedComparison of(PairedScores scores, double confidence, Effort effort, RandomGenerator random) {
        if (scores.size() < 2) {
            throw new IllegalArgumentException("a comparison needs at least two shared items, not " + scores.size());
        }
        return scores.clusters().isEmpty()
                ? byItem(scores, confidence, effort, random)
                : byCluster(scores, confidence, effort, random);
    }

    private static PairedComparison byItem(
            PairedScores scores, double confidence, Effort effort, RandomGenerator random) {
        double[] d = Sums.differences(scores.first(), scores.second());
        double standardError = StrictMath.sqrt(Sums.variance(d, 1) / d.length);
        Flips flips = flips(d);
        Optional<Exact> mcNemar = exact(scores, flips);
        double permutation = PermutationTests.signs(d, effort.permutations(), random);
        Interval interval = scores.isBinary()
                ? PairedInterval.binary(flips.gained(), flips.lost(), d.length, confidence)
                : PairedInterval.student(d, confidence);
        return new PairedComparison(
                d.length,
                d.length,
                scores.unpaired(),
                Sums.mean(scores.first()),
                Sums.mean(scores.second()),
                Sums.mean(d),
                standardError,
                interval,
                d.length > MOST_RESAMPLED
                        ? Optional.empty()
                        : Bootstrap.of(d, Statistic.MEAN, Resamples.ofItems(d.length, effort.resamples(), random))
                                .bca(confidence),
                flips,
                mcNemar.map(Exact::midP).orElse(permutation),
                TTests.paired(scores.first(), scores.second()).p(),
                permutation,
                mcNemar,
                detectable(standardError, d.length - 1, confidence));
    }

    private static PairedComparison byCluster(
            PairedScores scores, double confidence, Effort effort, RandomGenerator random) {
        double[] d = Sums.differences(scores.first(), scores.second());
        var mean = PairedInterval.clusteredMean(d, scores.clusters());
        if (mean.clusters() < 2) {
            throw new IllegalArgumentException("a comparison by cluster needs at least two clusters");
        }
        double[] sums = Resamples.members(scores.clusters()).values().stream()
                .mapToDouble(members -> members.stream().mapToDouble(i -> d[i]).sum())
                .toArray();
        Flips flips = flips(d);
        double t = mean.mean() / mean.unbiasedStandardError();
        double studentP = StudentDistribution.outside(mean.degrees(), t);
        return new PairedComparison(
                d.length,
                mean.clusters(),
                scores.unpaired(),
                Sums.mean(scores.first()),
                Sums.mean(scores.second()),
                mean.mean(),
                mean.unbiasedStandardError(),
                mean.interval(confidence),
                d.length > MOST_RESAMPLED ? Optional.empty() : clusteredBca(d, scores, confidence, effort, random),
                flips,
                Double.isNaN(studentP) ? 1 : studentP,
                studentP,
                PermutationTests.signs(sums, effort.permutations(), random),
                exact(scores, flips),
                detectable(mean.unbiasedStandardError(), mean.degrees(), confidence));
    }

    private static Optional<Interval> clusteredBca(
            double[] d, PairedScores scores, double confidence, Effort effort, RandomGenerator random) {
        Resamples resamples = Resamples.ofClusters(scores.clusters(), effort.resamples(), random);
        return Bootstrap.ofClusters(d, scores.clusters(), Statistic.MEAN, resamples)
                .bca(confidence);
    }

    private static Optional<Exact> exact(PairedScores scores, Flips flips) {
        if (!scores.isBinary()) {
            return Optional.empty();
        }
        McNemar table = new McNemar(flips.same(), flips.gained(), flips.lost(), 0);
        return Optional.of(new Exact(table.exact().p(), table.midP()));
    }

    private static Flips flips(double[] d) {
        long gained = Arrays.stream(d).filter(x -> x > 0).count();
        long lost = Arrays.stream(d).filter(x -> x < 0).count();
        return new Flips(gained, lost, d.length - gained - lost);
    }

    private static double detectable(double standardError, double degrees, double confidence) {
        double t = StudentDistribution.upperQuantile(degrees, (1 - confidence) / 2);
        return (t + NormalDistribution.upperQuantile(1 - POWER)) * standardError;
    }
}
