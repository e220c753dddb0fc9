package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.StudentDistribution;
import dev.assay.scoring.statistics.Sums;
import dev.assay.scoring.statistics.TestResult;

/**
 * Student's tests of equal means, two-sided. Reference: scipy {@code ttest_rel} and {@code ttest_ind}.
 *
 * <p>Where nothing varies, t is infinite and p 0 if the means differ, and both are NaN if they do not. Pure functions.
 */
public final class TTests {

    private TTests() {}

    /** Of paired values: the mean difference over its standard error. */
    public static TestResult paired(double[] a, double[] b) {
        double[] differences = Sums.differences(a, b);
        double n = differences.length;
        double t = Sums.mean(differences) / StrictMath.sqrt(Sums.variance(differences, 1) / n);
        return new TestResult(t, StudentDistribution.outside(n - 1, t));
    }

    /** Of two independent samples whose variances are taken to be equal. */
    public static TestResult pooled(double[] a, double[] b) {
        double degrees = a.length + b.length - 2.0;
        double variance = ((a.length - 1) * Sums.variance(a, 1) + (b.length - 1) * Sums.variance(b, 1)) / degrees;
        double t = (Sums.mean(a) - Sums.mean(b)) / StrictMath.sqrt(variance * (1.0 / a.length + 1.0 / b.length));
        return new TestResult(t, StudentDistribution.outside(degrees, t));
    }

    /** Welch's, of two independent samples whose variances may differ. */
    public static TestResult welch(double[] a, double[] b) {
        double va = Sums.variance(a, 1) / a.length;
        double vb = Sums.variance(b, 1) / b.length;
        double degrees = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        double t = (Sums.mean(a) - Sums.mean(b)) / StrictMath.sqrt(va + vb);
        return new TestResult(t, StudentDistribution.outside(Double.isNaN(degrees) ? 1 : degrees, t));
    }

    /** Cohen's d: the difference of means over the root of the mean of both variances. */
    public static double cohensD(double[] a, double[] b) {
        double variance = (Sums.variance(a, 1) + Sums.variance(b, 1)) / 2;
        return (Sums.mean(a) - Sums.mean(b)) / StrictMath.sqrt(variance);
    }
}
