package dev.assay.scoring.helm;

import dev.assay.scoring.text.PythonNumber;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Count, sum, range, mean and population variance of values, as HELM keeps them.
 *
 * <p>Source: stanford-crfm/helm, {@code metrics/statistic.py}. The variance is the mean of squares less the square of the
 * mean, at least 0; it loses digits where the mean is large against the spread, so it is for comparison with HELM's
 * results, not for our own. Adding and merging give new values. Immutable.
 *
 * @param sum in the order in which values were added
 * @param minimum empty if there are no values
 * @param maximum empty if there are no values
 */
public record HelmStat(long count, double sum, double sumSquared, OptionalDouble minimum, OptionalDouble maximum) {

    /** Of no values. */
    public static HelmStat empty() {
        return new HelmStat(0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Of values in this order. */
    public static HelmStat of(double... values) {
        HelmStat stat = empty();
        for (double value : values) {
            stat = stat.plus(value);
        }
        return stat;
    }

    /** With one value more. */
    public HelmStat plus(double value) {
        return new HelmStat(
                count + 1,
                sum + value,
                sumSquared + value * value,
                OptionalDouble.of(less(minimum.orElse(value), value)),
                OptionalDouble.of(greater(maximum.orElse(value), value)));
    }

    /** With all values of another. */
    public HelmStat plus(HelmStat other) {
        if (other.count == 0) {
            return this;
        }
        double least = other.minimum.orElseThrow();
        double most = other.maximum.orElseThrow();
        return new HelmStat(
                count + other.count,
                sum + other.sum,
                sumSquared + other.sumSquared,
                OptionalDouble.of(less(minimum.orElse(least), least)),
                OptionalDouble.of(greater(maximum.orElse(most), most)));
    }

    /** Empty if there are no values. */
    public OptionalDouble mean() {
        return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
    }

    /** With divisor n; empty if there are no values. */
    public OptionalDouble variance() {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        double mean = sum / count;
        double variance = sumSquared / count - mean * mean;
        return OptionalDouble.of(variance < 0 ? 0 : variance);
    }

    /** The root of the variance; empty if there are no values. */
    public OptionalDouble deviation() {
        return variance().stream().map(Math::sqrt).findFirst();
    }

    /** HELM's short form: {@code min=0, mean=0.5, max=1, sum=1 (2)}. */
    @Override
    public String toString() {
        if (count == 0) {
            return "(0)";
        }
        if (Double.isNaN(sum)) {
            return "(nan)";
        }
        return "min=%s, mean=%s, max=%s, sum=%s (%d)"
                .formatted(
                        written(minimum.orElseThrow()),
                        written(sum / count),
                        written(maximum.orElseThrow()),
                        written(sum),
                        count);
    }

    private static String written(double value) {
        if (Double.isFinite(value) && value == Math.rint(value)) {
            return new BigDecimal(value).toPlainString();
        }
        return PythonNumber.repr(PythonNumber.round(value, 3));
    }

    // Python's min and max keep the first unless the second is surely less or greater, which matters for NaN.
    private static double less(double first, double second) {
        return second < first ? second : first;
    }

    private static double greater(double first, double second) {
        return second > first ? second : first;
    }
}
