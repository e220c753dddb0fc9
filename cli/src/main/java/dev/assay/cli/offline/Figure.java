package dev.assay.cli.offline;

import dev.assay.scoring.statistics.Interval;
import java.util.Optional;

/**
 * A score of a set with its interval.
 *
 * @param value empty if there is none
 * @param interval empty if there is none
 * @param method how the interval was made, such as {@code wilson-95}; {@code none} without one
 */
public record Figure(Optional<Double> value, Optional<Interval> interval, String method) {

    static final String NO_METHOD = "none";

    /** No value of a set for which the metric is not defined, and why. */
    static Figure undefined(String reason) {
        return new Figure(Optional.empty(), Optional.empty(), NO_METHOD + ": " + reason);
    }

    static Figure none() {
        return new Figure(Optional.empty(), Optional.empty(), NO_METHOD);
    }
}
