package dev.assay.scoring.power;

import dev.assay.scoring.statistics.NoncentralStudent;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.StudentDistribution;
import java.util.function.DoubleUnaryOperator;

/**
 * Power of two-sided tests of two equally large groups, by standardised effect. Reference: statsmodels
 * {@code NormalIndPower} and {@code TTestIndPower}. Pure functions.
 */
public final class Power {

    private Power() {}

    /** Cohen's h of two proportions: |2 asin √p - 2 asin √q|. */
    public static double proportionEffect(double p, double q) {
        if (!(p >= 0 && p <= 1 && q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("proportions lie between 0 and 1, not " + p + " and " + q);
        }
        return Math.abs(2 * StrictMath.asin(StrictMath.sqrt(p)) - 2 * StrictMath.asin(StrictMath.sqrt(q)));
    }

    /** The power of the z-test with n values in each group. */
    public static double normal(double effect, double n, double alpha) {
        double z = NormalDistribution.upperQuantile(alpha / 2);
        double shift = effect * StrictMath.sqrt(n / 2);
        return NormalDistribution.above(z - shift) + NormalDistribution.below(-z - shift);
    }

    /** The power of the t-test with n values, more than one, in each group. */
    public static double student(double effect, double n, double alpha) {
        double degrees = 2 * n - 2;
        double t = StudentDistribution.upperQuantile(Math.max(1, degrees), alpha / 2);
        return NoncentralStudent.outside(degrees, effect * StrictMath.sqrt(n / 2), t);
    }

    /** The size of each group, not rounded, for which the z-test has the power. */
    public static double sizeNormal(double effect, double alpha, double power) {
        return size(effect, alpha, power, 0, n -> normal(effect, n, alpha));
    }

    /** The size of each group, not rounded, for which the t-test has the power. */
    public static double sizeStudent(double effect, double alpha, double power) {
        return size(effect, alpha, power, 1.5, n -> student(effect, n, alpha));
    }

    private static double size(double effect, double alpha, double power, double least, DoubleUnaryOperator powerAt) {
        if (!(effect != 0 && Double.isFinite(effect) && alpha > 0 && alpha < power && power < 1)) {
            throw new IllegalArgumentException(
                    "no size for effect " + effect + ", level " + alpha + " and power " + power);
        }
        double low = least;
        double high = Math.max(2, 2 * least);
        while (powerAt.applyAsDouble(high) < power) {
            low = high;
            high *= 2;
        }
        // Power rises with size. Forty halves leave an error below 1e-12 of the size.
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (powerAt.applyAsDouble(middle) < power) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
