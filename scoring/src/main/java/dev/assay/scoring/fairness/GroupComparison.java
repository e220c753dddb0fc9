package dev.assay.scoring.fairness;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Binary predictions by group. Reference: fairlearn 0.9, {@code MetricFrame} and its fairness metrics, between groups.
 * Immutable.
 *
 * @param groups by name
 */
public record GroupComparison(Map<String, GroupCounts> groups) {

    public GroupComparison {
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("at least one group is needed");
        }
        groups = Map.copyOf(groups);
    }

    /** Counts. @throws IllegalArgumentException if the lists are empty or not equally long */
    public static GroupComparison of(boolean[] truth, boolean[] predicted, List<String> group) {
        if (truth.length != predicted.length || truth.length != group.size()) {
            throw new IllegalArgumentException("every sample needs truth, prediction and group");
        }
        Map<String, GroupCounts> groups = new TreeMap<>();
        for (int i = 0; i < truth.length; i++) {
            groups.merge(group.get(i), GroupCounts.of(truth[i], predicted[i]), GroupCounts::plus);
        }
        return new GroupComparison(groups);
    }

    /** All groups as one. */
    public GroupCounts overall() {
        return groups.values().stream().reduce(GroupCounts::plus).orElseThrow();
    }

    /** Least and greatest value over the groups. */
    public record Range(double least, double greatest) {

        static Range of(Collection<GroupCounts> groups, ToDoubleFunction<GroupCounts> value) {
            double least = groups.stream().mapToDouble(value).min().orElseThrow();
            double greatest = groups.stream().mapToDouble(value).max().orElseThrow();
            return new Range(least, greatest);
        }

        public double difference() {
            return greatest - least;
        }

        /** Least by greatest; NaN if both are 0. */
        public double ratio() {
            return least / greatest;
        }
    }

    /** How a rate spreads over the groups. */
    public Range range(Rate rate) {
        return Range.of(groups.values(), group -> group.value(rate));
    }

    /** How the groups' sizes spread. */
    public Range sizes() {
        return Range.of(groups.values(), GroupCounts::count);
    }

    /** The greatest difference of selection rates; 0 is parity. */
    public double demographicParityDifference() {
        return range(Rate.SELECTION).difference();
    }

    /** The least ratio of selection rates; 1 is parity, NaN if nobody is selected. */
    public double demographicParityRatio() {
        return range(Rate.SELECTION).ratio();
    }

    /** The greater of the differences of true and false positive rates; 0 is parity. */
    public double equalizedOddsDifference() {
        return Math.max(
                range(Rate.TRUE_POSITIVE).difference(),
                range(Rate.FALSE_POSITIVE).difference());
    }

    /**
     * The lesser of the ratios of true and false positive rates; 1 is parity. As in the reference, an undefined ratio of
     * false positive rates is passed over, while one of true positive rates makes the result undefined (NaN).
     */
    public double equalizedOddsRatio() {
        double truePositive = range(Rate.TRUE_POSITIVE).ratio();
        double falsePositive = range(Rate.FALSE_POSITIVE).ratio();
        return falsePositive < truePositive ? falsePositive : truePositive;
    }

    /** The gap of the two groups that are farthest apart in a rate; empty unless two groups have it. */
    public Optional<Gap> gap(Rate rate, double confidence) {
        return Gap.widest(groups, rate, confidence);
    }
}
