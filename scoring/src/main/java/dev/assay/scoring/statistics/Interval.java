package dev.assay.scoring.statistics;

/** A range of numbers, both ends included. */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    /**
     * Wilson's score interval for a proportion: with p = successes / trials and z the normal quantile,
     * (p + z²/2n ± z √(p(1 - p)/n + z²/4n²)) / (1 + z²/n).
     *
     * <p>Source: E. B. Wilson, JASA 22 (1927). Lies within 0 and 1, contains p, and has a width above 0 for 0 and n
     * successes too, where its end is exactly 0 or 1.
     *
     * @param confidence between 0 and 1, such as 0.95
     */
    public static Interval wilson(long successes, long trials, double confidence) {
        if (trials < 1 || successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes of " + trials + " trials");
        }
        double z = NormalDistribution.upperQuantile((1 - checked(confidence)) / 2);
        double n = trials;
        double p = successes / n;
        double weight = 1 + z * z / n;
        double centre = (p + z * z / (2 * n)) / weight;
        double half = z / weight * StrictMath.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        // Rounding may put an end an ulp beyond what the formula gives at the extremes.
        double low = successes == 0 ? 0 : Math.max(0, Math.min(p, centre - half));
        double high = successes == trials ? 1 : Math.min(1, Math.max(p, centre + half));
        return new Interval(low, high);
    }

    /**
     * Student's interval for a mean: mean ± t √(variance / n), t with n - 1 degrees of freedom.
     *
     * <p>Of width 0 if all values were equal, which says nothing about values not seen; callers that know the values to
     * be proportions have {@link #wilson} for that.
     *
     * @param n at least 2
     * @param variance of the sample, with divisor n - 1
     */
    public static Interval student(long n, double mean, double variance, double confidence) {
        double t = StudentDistribution.upperQuantile(n - 1, (1 - checked(confidence)) / 2);
        double half = t * StrictMath.sqrt(variance / n);
        return new Interval(mean - half, mean + half);
    }

    /** The interval with ends outside two limits moved to them. */
    public Interval within(double minimum, double maximum) {
        return new Interval(Math.clamp(low, minimum, maximum), Math.clamp(high, minimum, maximum));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    private static double checked(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
        return confidence;
    }
}
