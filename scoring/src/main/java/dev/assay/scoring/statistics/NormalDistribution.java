package dev.assay.scoring.statistics;

/** The standard normal distribution. */
final class NormalDistribution {

    private static final double SQUARE_ROOT_OF_TWO_PI = StrictMath.sqrt(2 * StrictMath.PI);
    private static final int TERMS = 200;

    private NormalDistribution() {}

    static double density(double z) {
        return StrictMath.exp(-z * z / 2) / SQUARE_ROOT_OF_TWO_PI;
    }

    /** The probability above z, for z of at least 0. Series below 3, continued fraction from there. */
    static double above(double z) {
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

    /**
     * The point with this probability above it.
     *
     * @param tail above 0 and below one half
     */
    static double upperQuantile(double tail) {
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
