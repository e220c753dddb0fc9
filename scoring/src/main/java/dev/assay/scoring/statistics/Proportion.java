package dev.assay.scoring.statistics;

/**
 * Intervals for a proportion, and the z-test for two.
 *
 * <p>Sources: Brown, Cai and DasGupta, Statistical Science 16 (2001); reference values of statsmodels
 * {@code proportion_confint} and {@code proportions_ztest}. Immutable.
 *
 * @param successes at least 0
 * @param trials at least 1 and at least the successes
 */
public record Proportion(long successes, long trials) {

    public Proportion {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
    }

    public double value() {
        return (double) successes / trials;
    }

    /** Wald's: p ± z √(p(1-p)/n), cut to 0 and 1. Of width 0 at the extremes, too narrow near them; for comparison only. */
    public Interval normal(double confidence) {
        double p = value();
        double half = z(confidence) * StrictMath.sqrt(p * (1 - p) / trials);
        return new Interval(p - half, p + half).within(0, 1);
    }

    /** {@link Interval#wilson}, the default of this service: its coverage is nearest to the confidence on average. */
    public Interval wilson(double confidence) {
        return Interval.wilson(successes, trials, confidence);
    }

    /** Agresti and Coull's: Wald's around Wilson's centre with n + z² trials, cut to 0 and 1. */
    public Interval agrestiCoull(double confidence) {
        double z = z(confidence);
        double n = trials + z * z;
        double centre = (successes + z * z / 2) / n;
        double half = z * StrictMath.sqrt(centre * (1 - centre) / n);
        return new Interval(centre - half, centre + half).within(0, 1);
    }

    /** Clopper and Pearson's exact interval: covers at least with the confidence, for any true value; wide for few trials. */
    public Interval clopperPearson(double confidence) {
        double tail = tail(confidence);
        double low = successes == 0 ? 0 : BetaDistribution.quantile(successes, trials - successes + 1, tail);
        double high = successes == trials ? 1 : BetaDistribution.quantile(successes + 1, trials - successes, 1 - tail);
        return new Interval(low, high);
    }

    /** Jeffreys': the middle of the posterior from a Beta(½, ½) prior. */
    public Interval jeffreys(double confidence) {
        double tail = tail(confidence);
        double a = successes + 0.5;
        double b = trials - successes + 0.5;
        return new Interval(BetaDistribution.quantile(a, b, tail), BetaDistribution.quantile(a, b, 1 - tail));
    }

    /** Two-sided z-test of equal proportions with pooled variance; NaN if all or none of both succeeded. */
    public TestResult zTest(Proportion other) {
        double pooled = (double) (successes + other.successes) / (trials + other.trials);
        double variance = pooled * (1 - pooled) * (1.0 / trials + 1.0 / other.trials);
        double z = (value() - other.value()) / StrictMath.sqrt(variance);
        return new TestResult(z, Double.isNaN(z) ? z : NormalDistribution.outside(z));
    }

    private static double z(double confidence) {
        return NormalDistribution.upperQuantile(tail(confidence));
    }

    private static double tail(double confidence) {
        return (1 - Interval.checked(confidence)) / 2;
    }
}
