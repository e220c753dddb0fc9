package dev.assay.scoring.robustness;

import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Scores of the same items as they are and written otherwise.
 *
 * <p>Losses are above 0 where a perturbation makes things worse, whichever way the metric goes: a lower accuracy and a
 * higher error rate are both losses.
 *
 * @param items that have a score as they are and at least one perturbed; all means are over these
 * @param leftOut items without
 * @param base mean score as they are
 * @param mean mean over the items of the mean over their perturbed versions
 * @param worst mean over the items of the worst of all their versions, the unperturbed one included
 * @param gap how much worse {@code worst} is than {@code base}, 0 or more
 * @param effects of each perturbation, on the items that have a score under it
 */
public record Robustness(
        int items, int leftOut, double base, double mean, double worst, double gap, Map<String, Effect> effects) {

    /**
     * What one perturbation does.
     *
     * @param items compared
     * @param mean score under it
     * @param loss mean over the items of how much worse they score than as they are
     * @param interval Student's interval of the loss; empty for a single item
     */
    public record Effect(int items, double mean, double loss, Optional<Interval> interval) {}

    public Robustness {
        effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
    }

    /**
     * Compares scores.
     *
     * @param unperturbed by item
     * @param perturbed by perturbation, then by item; items without a score are not there
     * @param confidence of the intervals, such as 0.95
     * @return empty if no item has both kinds of score
     */
    public static Optional<Robustness> of(
            Map<String, Double> unperturbed,
            Map<String, Map<String, Double>> perturbed,
            Direction direction,
            double confidence) {
        Moments base = new Moments();
        Moments mean = new Moments();
        Moments worst = new Moments();
        for (Map.Entry<String, Double> item : unperturbed.entrySet()) {
            List<Double> versions = new ArrayList<>();
            for (Map<String, Double> scores : perturbed.values()) {
                Optional.ofNullable(scores.get(item.getKey())).ifPresent(versions::add);
            }
            if (!versions.isEmpty()) {
                base.add(item.getValue());
                Moments own = new Moments();
                versions.forEach(own::add);
                mean.add(own.mean());
                versions.add(item.getValue());
                worst.add(worst(versions, direction));
            }
        }
        if (base.count() == 0) {
            return Optional.empty();
        }
        Map<String, Effect> effects = new LinkedHashMap<>();
        perturbed.forEach((name, scores) ->
                effect(unperturbed, scores, direction, confidence).ifPresent(effect -> effects.put(name, effect)));
        int items = (int) base.count();
        double gap = loss(base.mean(), worst.mean(), direction);
        return Optional.of(new Robustness(
                items, unperturbed.size() - items, base.mean(), mean.mean(), worst.mean(), gap, effects));
    }

    private static Optional<Effect> effect(
            Map<String, Double> unperturbed, Map<String, Double> scores, Direction direction, double confidence) {
        VariantComparison comparison = new VariantComparison(direction);
        unperturbed.forEach((item, before) -> Optional.ofNullable(scores.get(item))
                .ifPresent(after -> comparison.add(before, after, after.doubleValue() != before)));
        return comparison.found(confidence).map(found -> effect(found, direction));
    }

    /** A difference says which way a score goes, a loss how much worse it is. */
    private static Effect effect(VariantComparison.Found found, Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER ->
                new Effect((int) found.items(), found.value(), found.difference(), found.interval());
            case HIGHER_IS_BETTER ->
                new Effect(
                        (int) found.items(),
                        found.value(),
                        0 - found.difference(),
                        found.interval().map(i -> new Interval(0 - i.high(), 0 - i.low())));
        };
    }

    private static double worst(List<Double> scores, Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> Collections.min(scores);
            case LOWER_IS_BETTER -> Collections.max(scores);
        };
    }

    private static double loss(double before, double after, Direction direction) {
        return switch (direction) {
            case HIGHER_IS_BETTER -> before - after;
            case LOWER_IS_BETTER -> after - before;
        };
    }
}
