package dev.assay.scoring.resampling;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The bootstrap of a statistic of one sample.
 *
 * <p>Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapters 13 and 14; the values are those of
 * {@code scipy.stats.bootstrap} for the same resamples. Immutable.
 */
public final class Bootstrap {

    private final double observed;
    private final double[] distribution;
    private final double acceleration;

    private Bootstrap(double observed, double[] distribution, double acceleration) {
        this.observed = observed;
        this.distribution = distribution;
        this.acceleration = acceleration;
    }

    /** By item: the jackknife leaves out one item at a time. */
    public static Bootstrap of(double[] values, Statistic statistic, Resamples resamples) {
        List<Set<Integer>> singles =
                IntStream.range(0, values.length).mapToObj(Set::of).toList();
        return of(values, statistic, resamples, singles);
    }

    /** By cluster: the jackknife leaves out one cluster at a time, as the resamples draw whole clusters. */
    public static Bootstrap ofClusters(
            double[] values, List<String> clusterOf, Statistic statistic, Resamples resamples) {
        return of(values, statistic, resamples, Resamples.members(clusterOf).values());
    }

    private static Bootstrap of(
            double[] values,
            Statistic statistic,
            Resamples resamples,
            Collection<? extends Collection<Integer>> units) {
        return new Bootstrap(
                statistic.of(values),
                resamples.distribution(values, statistic),
                acceleration(statistic.leavingOut(values, units)));
    }

    /** Skewness of the jackknife: Σ(m - t)³ / 6 (Σ(m - t)²)^1.5. NaN if all are equal. */
    private static double acceleration(double[] leftOut) {
        double mean = Sums.mean(leftOut);
        double squares = 0;
        double cubes = 0;
        for (double value : leftOut) {
            double d = mean - value;
            squares += d * d;
            cubes += d * d * d;
        }
        return cubes / (6 * StrictMath.pow(squares, 1.5));
    }

    /** The statistic of the sample itself. */
    public double observed() {
        return observed;
    }

    /** The standard deviation of the statistic over the resamples. */
    public double standardError() {
        return Sums.deviation(distribution, 1);
    }

    /** Quantiles of the statistic over the resamples. */
    public Interval percentile(double confidence) {
        Quantiles quantiles = new Quantiles(distribution);
        return new Interval(quantiles.at((1 - confidence) / 2), quantiles.at((1 + confidence) / 2));
    }

    /** The percentile interval reflected in the observed statistic. */
    public Interval basic(double confidence) {
        Interval percentile = percentile(confidence);
        return new Interval(2 * observed - percentile.high(), 2 * observed - percentile.low());
    }

    /**
     * Bias-corrected and accelerated: quantiles at Φ(z₀ + (z₀ ± z) / (1 - a (z₀ ± z))), z₀ the normal quantile of the share
     * of resamples below the observed statistic, those equal to it counted half.
     *
     * @return empty where it is not defined: all values equal, or all resamples on one side of the observed statistic
     */
    public Optional<Interval> bca(double confidence) {
        double below = 0;
        for (double value : distribution) {
            below += value < observed ? 1 : value == observed ? 0.5 : 0;
        }
        double bias = NormalDistribution.quantile(below / distribution.length);
        double z = NormalDistribution.quantile((1 - confidence) / 2);
        double low = adjusted(bias, bias + z);
        double high = adjusted(bias, bias - z);
        if (Double.isNaN(low) || Double.isNaN(high)) {
            return Optional.empty();
        }
        Quantiles quantiles = new Quantiles(distribution);
        double a = quantiles.at(low);
        double b = quantiles.at(high);
        return Optional.of(new Interval(Math.min(a, b), Math.max(a, b)));
    }

    private double adjusted(double bias, double place) {
        double shifted = bias + place / (1 - acceleration * place);
        return Double.isNaN(shifted) ? shifted : NormalDistribution.below(shifted);
    }
}
