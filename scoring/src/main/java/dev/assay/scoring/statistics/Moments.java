package dev.assay.scoring.statistics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Count, mean and variance of values, without keeping them.
 *
 * <p>Exact until the last step: the same values give the same results in any order and any grouping. Memory is constant:
 * two counters as long as all values are 0 or 1, about 1.2 kB from then on. Mutable, not thread-safe.
 */
public final class Moments {

    private static final MathContext ROUNDING = new MathContext(40);

    private long count;
    /** How many values are neither 0 nor 1. */
    private long others;

    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();

    /** Adds a value. @throws IllegalArgumentException if it is not finite */
    public void add(double value) {
        sum.add(value);
        squares.addSquare(value);
        count++;
        others += value == 0 || value == 1 ? 0 : 1;
    }

    /** Adds all values of another. */
    public void add(Moments other) {
        sum.add(other.sum);
        squares.add(other.squares);
        count += other.count;
        others += other.others;
    }

    public long count() {
        return count;
    }

    /** The mean, rounded once. @throws ArithmeticException if there are no values */
    public double mean() {
        return sum.dividedBy(count);
    }

    /** The sample variance, with divisor n - 1. @throws ArithmeticException if there are fewer than two values */
    public double variance() {
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal spread = n.multiply(squares.exact()).subtract(sum.exact().pow(2));
        return spread.divide(n.multiply(n.subtract(BigDecimal.ONE)), ROUNDING).doubleValue();
    }

    /** The standard error of the mean by the central limit theorem; 0 for fewer than two values, which show no spread. */
    public double standardError() {
        return count < 2 ? 0 : StrictMath.sqrt(variance() / count);
    }

    /**
     * The mean with its interval: Wilson's if all values are 0 or 1; its graded form if they lie between; else Student's,
     * cut to the range of values; none for a single value that is neither 0 nor 1.
     *
     * @param minimum the least value there can be
     * @param maximum the greatest value there can be
     * @return empty if there are no values
     */
    public Optional<Estimate> estimate(double confidence, double minimum, double maximum) {
        long n = count;
        if (n == 0) {
            return Optional.empty();
        }
        double mean = mean();
        if (others == 0 && minimum == 0 && maximum == 1) {
            Interval wilson = Interval.wilson(sum.exact().longValueExact(), n, confidence);
            return Optional.of(Estimate.of(n, mean, wilson, Estimate.Method.WILSON, confidence));
        }
        if (n == 1) {
            return Optional.of(new Estimate(n, mean, null, null, Estimate.Method.NONE, confidence));
        }
        if (minimum == 0 && maximum == 1) {
            Interval graded = Interval.gradedWilson(n, mean, standardError(), n - 1, confidence);
            return Optional.of(Estimate.of(n, mean, graded, Estimate.Method.GRADED_WILSON, confidence));
        }
        Interval student = Interval.student(n, mean, variance(), confidence).within(minimum, maximum);
        return Optional.of(Estimate.of(n, mean, student, Estimate.Method.STUDENT, confidence));
    }
}
