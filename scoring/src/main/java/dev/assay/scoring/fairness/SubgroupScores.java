package dev.assay.scoring.fairness;

import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Scores of items by the group that is in them, without keeping the scores: memory grows with the groups alone. Mutable, not
 * thread-safe.
 *
 * <p>Of a group of fewer than {@link #FEW} items nothing is said but how many they are: its mean would be read as a finding,
 * and the smallest group is the one that chance makes the worst.
 */
public final class SubgroupScores {

    /** How many items a group needs. */
    public static final int FEW = 10;

    private final Direction direction;
    private final double minimum;
    private final double maximum;
    private final Map<String, Moments> groups = new TreeMap<>();

    /**
     * @param minimum the least score there can be; may be infinite
     * @param maximum the greatest
     */
    public SubgroupScores(Direction direction, double minimum, double maximum) {
        this.direction = direction;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** Adds an item's score; the mean of its repeats, if there are some. */
    public void add(String group, double score) {
        groups.computeIfAbsent(group, name -> new Moments()).add(score);
    }

    /**
     * One group.
     *
     * @param items that have a score
     * @param estimate their mean; empty of too few
     */
    public record Group(String name, long items, Optional<Estimate> estimate) {}

    /**
     * The two groups that are farthest apart.
     *
     * @param better the group with the better mean
     * @param worse the one with the worse mean, which is the worst of all
     * @param difference how far apart they are, at least 0
     * @param interval of the difference. Being the widest of k (k - 1) / 2 gaps it was chosen for its size, so the confidence
     *     is that of all of them at once (Bonferroni); empty if one of the means has none
     * @param groups how many are compared
     */
    public record Widest(String better, String worse, double difference, Optional<Interval> interval, int groups) {

        /** Whether chance alone is no likely reason for the gap. */
        public boolean isSure() {
            return interval.filter(found -> found.low() > 0).isPresent();
        }
    }

    /** All groups, by name. */
    public List<Group> groups(double confidence) {
        List<Group> all = new ArrayList<>();
        groups.forEach((name, scores) -> all.add(new Group(
                name,
                scores.count(),
                scores.count() < FEW ? Optional.empty() : scores.estimate(confidence, minimum, maximum))));
        return all;
    }

    /** Empty unless two groups have enough items. */
    public Optional<Widest> widest(double confidence) {
        long enough = groups.values().stream().filter(g -> g.count() >= FEW).count();
        if (enough < 2) {
            return Optional.empty();
        }
        double pairs = enough * (enough - 1) / 2.0;
        Comparator<Group> byMean = Comparator.comparingDouble(group -> mean(group));
        List<Group> sorted = groups(1 - (1 - confidence) / pairs).stream()
                .filter(group -> group.estimate().isPresent())
                .sorted((direction == Direction.HIGHER_IS_BETTER ? byMean : byMean.reversed())
                        .thenComparing(Group::name))
                .toList();
        Group worst = sorted.getFirst();
        Group best = sorted.getLast();
        boolean up = mean(best) >= mean(worst);
        return Optional.of(new Widest(
                best.name(),
                worst.name(),
                Math.abs(mean(best) - mean(worst)),
                up ? difference(best, worst) : difference(worst, best),
                sorted.size()));
    }

    private static double mean(Group group) {
        return group.estimate().orElseThrow().mean();
    }

    private static Optional<Interval> difference(Group high, Group low) {
        Estimate first = high.estimate().orElseThrow();
        Estimate second = low.estimate().orElseThrow();
        return first.interval()
                .flatMap(a -> second.interval().map(b -> Interval.ofDifference(first.mean(), a, second.mean(), b)));
    }
}
