package dev.assay.scoring.statistics;

/**
 * The regularised incomplete beta function I_x(a, b).
 *
 * <p>Continued fraction of NIST DLMF 8.17.22, evaluated by Lentz's method; its factor x^a y^b / B(a, b) by C. Loader's
 * saddle-point expansion (2000), which keeps its digits where logarithms of the gamma function would cancel.
 */
final class IncompleteBeta {

    private static final double TINY = 1e-300;
    private static final int STEPS = 200_000;

    private IncompleteBeta() {}

    /**
     * The function's value.
     *
     * @param a above 0
     * @param b above 0
     * @param x between 0 and 1
     * @param y 1 - x, given apart so that it keeps its digits when x is close to 1
     */
    static double regularized(double a, double b, double x, double y) {
        if (x <= 0) {
            return 0;
        }
        if (y <= 0) {
            return 1;
        }
        double factor = integrand(a, b, x, y);
        // The fraction converges fast on this side of the mean; the other side is its mirror image.
        return x < (a + 1) / (a + b + 2) ? factor / a * fraction(a, b, x) : 1 - factor / b * fraction(b, a, y);
    }

    /** x^a y^b / B(a, b). */
    static double integrand(double a, double b, double x, double y) {
        double n = a + b;
        double exponent =
                stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * x) - deviance(b, n * y);
        return StrictMath.exp(exponent) * StrictMath.sqrt(n / (2 * StrictMath.PI * a * b)) * a * b / n;
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / awayFromZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / awayFromZero(1 + even * d);
            c = awayFromZero(1 + even / c);
            value *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / awayFromZero(1 + odd * d);
            c = awayFromZero(1 + odd / c);
            value *= c * d;
            if (Math.abs(c * d - 1) < 1e-16) {
                break;
            }
        }
        return value;
    }

    private static double awayFromZero(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ(x + 1) - (x + 1/2) ln x + x - ln √2π: what Stirling's formula leaves out. */
    private static double stirlingError(double x) {
        double shifted = x;
        double product = 0;
        // The series needs a large argument; the recurrence of the gamma function leads there.
        while (shifted < 16) {
            shifted += 1;
            product += StrictMath.log(shifted);
        }
        double s = 1 / (shifted * shifted);
        double series = (1.0 / 12
                        - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - (1.0 / 1188 - 691.0 / 360360 * s) * s) * s) * s) * s)
                / shifted;
        if (shifted == x) {
            return series;
        }
        return series
                + (shifted + 0.5) * StrictMath.log(shifted)
                - shifted
                - product
                - (x + 0.5) * StrictMath.log(x)
                + x;
    }

    /** x ln(x / m) + m - x, without cancellation where x is close to m. */
    private static double deviance(double x, double m) {
        double difference = x - m;
        if (Math.abs(difference) >= 0.1 * (x + m)) {
            return x * StrictMath.log(x / m) - difference;
        }
        double v = difference / (x + m);
        double sum = difference * v;
        double term = 2 * x * v;
        for (int k = 3; k < 1000; k += 2) {
            term *= v * v;
            double next = sum + term / k;
            if (next == sum) {
                break;
            }
            sum = next;
        }
        return sum;
    }
}
