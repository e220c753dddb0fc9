package dev.assay.scoring.statistics;

/**
 * Student's t distribution.
 *
 * <p>With x = ν / (ν + t²), the probability above t is half the regularised incomplete beta function of x at (ν/2, 1/2);
 * see Abramowitz and Stegun, 26.7.1.
 */
public final class StudentDistribution {

    private static final int STEPS = 500;

    private StudentDistribution() {}

    /** The probability above t, for t of at least 0. */
    public static double above(double degrees, double t) {
        double x = degrees / (degrees + t * t);
        double y = t * t / (degrees + t * t);
        return IncompleteBeta.regularized(degrees / 2, 0.5, x, y) / 2;
    }

    /** The probability of a value at least as far from 0 as t; NaN if t or the degrees are NaN. */
    public static double outside(double degrees, double t) {
        if (Double.isNaN(t) || Double.isNaN(degrees)) {
            return Double.NaN;
        }
        return Double.isInfinite(t) ? 0 : Math.min(1, 2 * above(degrees, Math.abs(t)));
    }

    /**
     * The point with this probability above it, to a relative error below 1e-10 for up to ten million degrees of freedom.
     *
     * @param degrees of freedom, at least 1
     * @param tail above 0 and below one half
     */
    public static double upperQuantile(double degrees, double tail) {
        if (!(degrees >= 1)) {
            throw new IllegalArgumentException("at least one degree of freedom is needed, not " + degrees);
        }
        // The normal quantile lies below, and the tail is convex: Newton's steps never overshoot.
        double t = NormalDistribution.upperQuantile(tail);
        for (int i = 0; i < STEPS; i++) {
            double next = t + (above(degrees, t) - tail) / density(degrees, t);
            if (next - t <= 1e-15 * next) {
                return next;
            }
            t = next;
        }
        return t;
    }

    /** The density at t above 0: the beta function's integrand at x, divided by t. */
    private static double density(double degrees, double t) {
        double x = degrees / (degrees + t * t);
        double y = t * t / (degrees + t * t);
        return IncompleteBeta.integrand(degrees / 2, 0.5, x, y) / t;
    }
}
