package dev.assay.scoring.statistics;

/** The beta distribution. Pure functions. */
public final class BetaDistribution {

    private static final int STEPS = 200;

    private BetaDistribution() {}

    /** The probability up to x, for a and b above 0. */
    public static double below(double a, double b, double x) {
        return IncompleteBeta.regularized(a, b, x, 1 - x);
    }

    /**
     * The point with this probability below it, to the last digits that the distribution function has.
     *
     * @param probability between 0 and 1
     */
    public static double quantile(double a, double b, double probability) {
        if (!(a > 0 && b > 0 && probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException("no quantile %s of beta(%s, %s)".formatted(probability, a, b));
        }
        if (probability == 0 || probability == 1) {
            return probability;
        }
        double low = 0;
        double high = 1;
        double x = a / (a + b);
        // Newton's steps where they stay between the bounds, halves otherwise: sure, and fast near the end.
        for (int i = 0; i < STEPS && high - low > Math.ulp(high); i++) {
            double error = below(a, b, x) - probability;
            if (error == 0) {
                return x;
            }
            if (error > 0) {
                high = x;
            } else {
                low = x;
            }
            double next = x - error * x * (1 - x) / IncompleteBeta.integrand(a, b, x, 1 - x);
            double chosen = next > low && next < high ? next : (low + high) / 2;
            if (Math.abs(chosen - x) <= 1e-15 * x) {
                return chosen;
            }
            x = chosen;
        }
        return x;
    }
}
