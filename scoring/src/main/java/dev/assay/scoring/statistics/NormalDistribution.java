package dev.assay.scoring.statistics;

/** The standard normal distribution. Pure functions, to a relative error below 1e-12. */
public final class NormalDistribution {

    private static final double SQUARE_ROOT_OF_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);
    private static final int TERMS = 200;

    private NormalDistribution() {}

    public static double density(double z) {
        return StrictMath.exp(-z * z / 2) / SQUARE_ROOT_OF_TWO_PI;
    }

    /** The probability above z. Series below 3, continued fraction from there. */
    public static double above(double z) {
        if (z < 0) {
            return 1 - above(-z);
        }
        if (z == Double.POSITIVE_INFINITY) {
            return 0;
        }
        if (z >= 3) {
            double fraction = z;
            for (int k = TERMS; k >= 1; k--) {
                fraction = z + k / fraction;
            }
            return density(z) / fraction;
        }
        double term = z;
        double sum = z;
        for (int k = 1; k < TERMS && term > sum * 1e-17; k++) {
            term *= z * z / (2 * k + 1);
            sum += term;
        }
        return 0.5 - density(z) * sum;
    }

    /** The probability up to z. */
    public static double below(double z) {
        return above(-z);
    }

    /** The probability of a value at least as far from 0 as z. */
    public static double outside(double z) {
        return Math.min(1, 2 * above(Math.abs(z)));
    }

    /** The point with this probability below it: infinite for 0 and 1, NaN for what is no probability. */
    public static double quantile(double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            return Double.NaN;
        }
        if (probability == 0 || probability == 1) {
            return probability == 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (probability == 0.5) {
            return 0;
        }
        return probability < 0.5 ? -upperQuantile(probability) : upperQuantile(1 - probability);
    }

    /**
     * The point with this probability above it.
     *
     * @param tail above 0 and below one half
     */
    public static double upperQuantile(double tail) {
        // The tail is convex right of 0: Newton's steps from the left never overshoot.
        double z = 0;
        for (int i = 0; i < TERMS; i++) {
            double next = z + (above(z) - tail) / density(z);
            if (next - z <= 1e-16 * next) {
                return next;
            }
            z = next;
        }
        return z;
    }
}
