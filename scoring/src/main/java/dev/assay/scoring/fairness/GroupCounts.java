package dev.assay.scoring.fairness;

import dev.assay.scoring.statistics.Proportion;
import java.util.Optional;

/**
 * A group's samples by truth and prediction.
 *
 * @param truePositive truly positive, predicted so
 * @param falseNegative truly positive, predicted negative
 * @param falsePositive truly negative, predicted positive
 * @param trueNegative truly negative, predicted so
 */
public record GroupCounts(long truePositive, long falseNegative, long falsePositive, long trueNegative) {

    static GroupCounts of(boolean truth, boolean predicted) {
        return new GroupCounts(
                truth && predicted ? 1 : 0,
                truth && !predicted ? 1 : 0,
                !truth && predicted ? 1 : 0,
                !truth && !predicted ? 1 : 0);
    }

    GroupCounts plus(GroupCounts other) {
        return new GroupCounts(
                truePositive + other.truePositive,
                falseNegative + other.falseNegative,
                falsePositive + other.falsePositive,
                trueNegative + other.trueNegative);
    }

    public long count() {
        return truePositive + falseNegative + falsePositive + trueNegative;
    }

    /** The rate as successes of trials, so that it has an interval; empty if the group has no trials. */
    public Optional<Proportion> proportion(Rate rate) {
        long successes = switch (rate) {
            case ACCURACY -> truePositive + trueNegative;
            case SELECTION -> truePositive + falsePositive;
            case TRUE_POSITIVE -> truePositive;
            case FALSE_POSITIVE -> falsePositive;
        };
        long trials = switch (rate) {
            case ACCURACY, SELECTION -> count();
            case TRUE_POSITIVE -> truePositive + falseNegative;
            case FALSE_POSITIVE -> falsePositive + trueNegative;
        };
        return trials == 0 ? Optional.empty() : Optional.of(new Proportion(successes, trials));
    }

    /** The rate; 0 if the group has no trials, as in the reference. */
    public double value(Rate rate) {
        return proportion(rate).map(Proportion::value).orElse(0.0);
    }
}
