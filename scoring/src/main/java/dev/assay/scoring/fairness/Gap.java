package dev.assay.scoring.fairness;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Proportion;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far the two groups that are farthest apart in a rate are from each other, and how sure that is.
 *
 * <p>The interval is Newcombe's (1998, method 10), from the Wilson intervals of both rates. Being the widest of k (k - 1)
 * / 2 gaps it was chosen for its size, so the confidence of the interval is that of all of them at once (Bonferroni).
 *
 * @param higher the group with the higher rate
 * @param lower the group with the lower rate
 * @param difference of their rates, at least 0
 * @param interval of the difference; may reach below 0, which is then not excluded
 * @param groups how many groups have the rate
 */
public record Gap(String higher, String lower, double difference, Interval interval, int groups) {

    /** Newcombe's interval for the difference of two independent proportions. */
    public static Interval newcombe(Proportion first, Proportion second, double confidence) {
        return Interval.ofDifference(
                first.value(), first.wilson(confidence), second.value(), second.wilson(confidence));
    }

    static Optional<Gap> widest(Map<String, GroupCounts> groups, Rate rate, double confidence) {
        List<Map.Entry<String, GroupCounts>> having = groups.entrySet().stream()
                .filter(group -> group.getValue().proportion(rate).isPresent())
                .sorted(Comparator.comparingDouble((Map.Entry<String, GroupCounts> group) ->
                                group.getValue().value(rate))
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (having.size() < 2) {
            return Optional.empty();
        }
        Map.Entry<String, GroupCounts> lower = having.getFirst();
        Map.Entry<String, GroupCounts> higher = having.getLast();
        Proportion high = higher.getValue().proportion(rate).orElseThrow();
        Proportion low = lower.getValue().proportion(rate).orElseThrow();
        double pairs = having.size() * (having.size() - 1) / 2.0;
        Interval interval = newcombe(high, low, 1 - (1 - confidence) / pairs);
        return Optional.of(
                new Gap(higher.getKey(), lower.getKey(), high.value() - low.value(), interval, having.size()));
    }

    /** Whether chance alone is no likely reason for the gap. */
    public boolean isSure() {
        return interval.low() > 0;
    }
}
