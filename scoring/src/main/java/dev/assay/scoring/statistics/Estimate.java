package dev.assay.scoring.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mean, or what else sums up a set, with the interval in which that of all questions of the kind is expected.
 *
 * @param n how many items it rests on; an item's repeats are averaged first and count once
 * @param mean of the items' values
 * @param low lower end of the interval; null if there is none
 * @param high upper end; null if there is none
 * @param method how the interval was computed
 * @param confidence such as 0.95
 */
public record Estimate(
        long n, double mean, @Nullable Double low, @Nullable Double high, Method method, double confidence) {

    /** How an interval was computed. */
    public enum Method {
        /** {@link Interval#wilson}: all items have the value 0 or 1. */
        WILSON("wilson"),
        /** {@link Interval#gradedWilson}: items have values between 0 and 1. */
        GRADED_WILSON("wilson-t"),
        /** {@link Interval#student}, cut to the metric's range. */
        STUDENT("t"),
        /** Quantiles over resamples of the items, for what is no mean of them. */
        BOOTSTRAP("bootstrap"),
        /** Not at all: one item that is not simply right or wrong says nothing about its spread. */
        NONE("none");

        private final String label;

        Method(String label) {
            this.label = label;
        }
    }

    public Estimate {
        if (n < 1 || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("no estimate: mean " + mean + " of " + n);
        }
        if ((low == null) != (method == Method.NONE) || (high == null) != (method == Method.NONE)) {
            throw new IllegalArgumentException("an interval has both ends and a method, or none of them");
        }
    }

    static Estimate of(long n, double mean, Interval interval, Method method, double confidence) {
        return new Estimate(n, mean, interval.low(), interval.high(), method, confidence);
    }

    public Optional<Interval> interval() {
        return low == null || high == null ? Optional.empty() : Optional.of(new Interval(low, high));
    }

    /** Method and confidence in one word, such as {@code wilson-95} or {@code t-99.9}; {@code none} without interval. */
    public String intervalName() {
        if (method == Method.NONE) {
            return method.label;
        }
        String percent = BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        return method.label + "-" + percent;
    }
}
