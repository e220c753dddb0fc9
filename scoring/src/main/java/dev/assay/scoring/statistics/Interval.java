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

    /**
     * Wilson's interval for the mean of graded scores between 0 and 1: with as many trials as would give a proportion of
     * this mean the variance that the scores have, and Student's quantile for the normal one.
     *
     * <p>Means of scores that crowd at 0 or 1 have skewed errors, to which Student's symmetric interval is blind: with 20
     * scores, 70 % of them 1 and the rest even, it covers 91 % instead of 95 %, and this one 95 %; in the middle of the
     * range both agree. The idea is that of effective sample sizes in surveys (Korn and Graubard 1998; Dean and Pagano
     * 2015). Without any spread the scores count as so many right or wrong answers.
     *
     * @param n how many scores, at least 2
     * @param mean of the scores
     * @param standardError of the mean, at least 0; also of clusters, or with a finite population's correction
     * @param degrees of freedom of the standard error, at least 1
     */
    public static Interval gradedWilson(long n, double mean, double standardError, double degrees, double confidence) {
        double tail = (1 - checked(confidence)) / 2;
        double spread = mean * (1 - mean);
        double variance = standardError * standardError;
        if (!(mean >= 0 && mean <= 1)) {
            throw new IllegalArgumentException("scores lie between 0 and 1, their mean is not " + mean);
        }
        // Rounding can leave a trace of spread where there is none.
        boolean isSpread = variance > 1e-24 && spread > 0;
        double trials = isSpread ? spread / variance : n;
        double z = isSpread ? StudentDistribution.upperQuantile(degrees, tail) : NormalDistribution.upperQuantile(tail);
        double weight = 1 + z * z / trials;
        double centre = (mean + z * z / (2 * trials)) / weight;
        double half = z / weight * StrictMath.sqrt(spread / trials + z * z / (4 * trials * trials));
        double low = mean == 0 ? 0 : Math.max(0, Math.min(mean, centre - half));
        double high = mean == 1 ? 1 : Math.min(1, Math.max(mean, centre + half));
        return new Interval(low, high);
    }

    /** The interval of the central limit theorem: mean ± z × standard error. */
    public static Interval normal(double mean, double standardError, double confidence) {
        double half = NormalDistribution.upperQuantile((1 - checked(confidence)) / 2) * standardError;
        return new Interval(mean - half, mean + half);
    }

    /**
     * The interval of a difference of two independent means, first less second, from the interval of each: the square-and-add
     * rule, below √((m₁ - l₁)² + (u₂ - m₂)²) and above √((u₁ - m₁)² + (m₂ - l₂)²).
     *
     * <p>Source: R. G. Newcombe, Statistics in Medicine 17 (1998), method 10, for Wilson's intervals; G. Y. Zou and A. Donner
     * (2008) for any. Where the intervals of the means have a width, that of equal means without spread has one too.
     */
    public static Interval ofDifference(double first, Interval ofFirst, double second, Interval ofSecond) {
        double difference = first - second;
        double below = StrictMath.hypot(first - ofFirst.low, ofSecond.high - second);
        double above = StrictMath.hypot(ofFirst.high - first, second - ofSecond.low);
        return new Interval(difference - below, difference + above);
    }

    public double width() {
        return high - low;
    }

    /** The interval with ends outside two limits moved to them. */
    public Interval within(double minimum, double maximum) {
        return new Interval(Math.clamp(low, minimum, maximum), Math.clamp(high, minimum, maximum));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    static double checked(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
        }
        return confidence;
    }
}
