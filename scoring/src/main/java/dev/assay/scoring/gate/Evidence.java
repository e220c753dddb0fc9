package dev.assay.scoring.gate;

import dev.assay.scoring.comparison.PairedInterval;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.statistics.BinomialDistribution;
import dev.assay.scoring.statistics.ClusteredMean;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.StudentDistribution;
import dev.assay.scoring.statistics.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Per-item changes, above 0 where the candidate is better, and what they show.
 *
 * @param changes at least two
 * @param clusters each item's cluster; empty if items stand alone
 * @param limit if they are distances of right and wrong answers to a share, that share; else NaN
 * @param raise added to the mean and its range: a drop that is tolerated
 */
record Evidence(double[] changes, List<String> clusters, double limit, double raise) {

    static Evidence of(double[] changes, List<String> clusters) {
        return new Evidence(changes, clusters, Double.NaN, 0);
    }

    static Evidence ofDistances(double[] changes, List<String> clusters, double limit) {
        return new Evidence(changes, clusters, limit, 0);
    }

    Evidence raised(double tolerated) {
        return new Evidence(changes, clusters, limit, tolerated);
    }

    int items() {
        return changes.length;
    }

    double mean() {
        return Sums.mean(changes) + raise;
    }

    private boolean areFlips() {
        return clusters.isEmpty() && Arrays.stream(changes).allMatch(x -> x == 0 || x == 1 || x == -1);
    }

    private boolean areAnswers() {
        return clusters.isEmpty() && !Double.isNaN(limit);
    }

    private long count(boolean better) {
        return Arrays.stream(changes).filter(x -> better ? x > 0 : x < 0).count();
    }

    /** The range of the mean change, with this confidence at each end. */
    Interval range(double confidence) {
        Interval plain = plainRange(confidence);
        return new Interval(plain.low() + raise, plain.high() + raise);
    }

    private Interval plainRange(double confidence) {
        double both = 2 * confidence - 1;
        if (areFlips()) {
            return PairedInterval.binary(count(true), count(false), items(), both);
        }
        if (areAnswers()) {
            Interval wilson = Interval.wilson(count(true), items(), both);
            return new Interval(wilson.low() - limit, wilson.high() - limit);
        }
        double half = StudentDistribution.upperQuantile(degrees(), 1 - confidence) * standardError();
        // Without any spread the values seen say little of those not seen; an item each way is then assumed.
        double least = standardError() == 0
                ? PairedInterval.binary(0, 0, items(), both).high()
                : 0;
        double reach = Math.max(half, least);
        return new Interval(Sums.mean(changes) - reach, Sums.mean(changes) + reach);
    }

    /** The chance of changes so bad or worse if their true mean is 0, whatever is tolerated: exact for answers, else Student's. */
    double worseP() {
        if (areFlips()) {
            return BinomialDistribution.atMost(count(true), count(true) + count(false), 0.5);
        }
        if (areAnswers()) {
            return limit <= 0 ? 1 : limit >= 1 ? 0 : BinomialDistribution.atMost(count(true), items(), limit);
        }
        double error = standardError();
        if (error == 0) {
            return Sums.mean(changes) < 0 ? StrictMath.pow(0.5, items()) : 1;
        }
        double t = Sums.mean(changes) / error;
        double tail = StudentDistribution.above(degrees(), Math.abs(t));
        return t < 0 ? tail : 1 - tail;
    }

    double standardError() {
        return clusters.isEmpty()
                ? StrictMath.sqrt(Sums.variance(changes, 1) / items())
                : clustered().unbiasedStandardError();
    }

    private double degrees() {
        return clusters.isEmpty() ? items() - 1 : clustered().degrees();
    }

    private ClusteredMean clustered() {
        return new ClusteredMean(Resamples.members(clusters).values().stream()
                .map(members -> members.stream().mapToDouble(i -> changes[i]).toArray())
                .toList());
    }

    /** Whether there is enough to speak of spread. */
    boolean isEnough() {
        return items() >= 2
                && (clusters.isEmpty()
                        || IntStream.range(1, items())
                                .anyMatch(i -> !clusters.get(i).equals(clusters.getFirst())));
    }
}
