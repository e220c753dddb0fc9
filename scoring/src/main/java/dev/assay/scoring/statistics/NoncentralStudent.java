package dev.assay.scoring.statistics;

/**
 * Tails of the noncentral t distribution, for the power of t-tests.
 *
 * <p>T = (Z + δ) / S with S² = χ²(ν) / ν, so P(|T| &gt; t) is the mean over S of Φ(δ - t S) + Φ(-δ - t S). The mean is
 * taken by Simpson's rule over twelve standard deviations of S around its mode; error below 1e-9 for ν of at least 1.
 */
public final class NoncentralStudent {

    private static final int PANELS = 2000;
    private static final double REACH = 12;

    private NoncentralStudent() {}

    /**
     * The probability of a value farther from 0 than t.
     *
     * @param degrees of freedom, above 0
     * @param shift noncentrality δ
     * @param t at least 0
     */
    public static double outside(double degrees, double shift, double t) {
        double spread = 1 / StrictMath.sqrt(2 * degrees);
        double from = Math.max(0, 1 - REACH * spread);
        double to = 1 + REACH * spread;
        double step = (to - from) / PANELS;
        double weighted = 0;
        double weights = 0;
        for (int i = 0; i <= PANELS; i++) {
            double s = from + i * step;
            double simpson = i == 0 || i == PANELS ? 1 : i % 2 == 1 ? 4 : 2;
            double weight = simpson * density(degrees, s);
            weighted += weight * (NormalDistribution.below(shift - t * s) + NormalDistribution.below(-shift - t * s));
            weights += weight;
        }
        // Dividing by the rule's own total makes the density's constant unnecessary.
        return weighted / weights;
    }

    /** s^(ν-1) exp(-ν s²/2), up to a constant that keeps its greatest value near 1. */
    private static double density(double degrees, double s) {
        if (s == 0) {
            return degrees <= 1 ? 1 : 0;
        }
        return StrictMath.exp((degrees - 1) * StrictMath.log(s) - degrees * (s * s - 1) / 2);
    }
}
