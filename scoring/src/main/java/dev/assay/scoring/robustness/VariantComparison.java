package dev.assay.scoring.robustness;

import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.Optional;

/**
 * Compares the scores of items as they are with those in one other form, item by item, without keeping them. Mutable, not
 * thread-safe.
 */
public final class VariantComparison {

    private final Direction direction;
    private final Moments original = new Moments();
    private final Moments changedForm = new Moments();
    private final Moments differences = new Moments();
    private long changedAnswers;
    private long better;
    private long worse;

    public VariantComparison(Direction direction) {
        this.direction = direction;
    }

    /**
     * Adds an item.
     *
     * @param before its score as it is
     * @param after its score in the other form
     * @param otherAnswer whether another answer was given
     */
    public void add(double before, double after, boolean otherAnswer) {
        original.add(before);
        changedForm.add(after);
        differences.add(after - before);
        changedAnswers += otherAnswer ? 1 : 0;
        int sign = Double.compare(after, before) * (direction == Direction.HIGHER_IS_BETTER ? 1 : -1);
        better += sign > 0 ? 1 : 0;
        worse += sign < 0 ? 1 : 0;
    }

    /** The worse of two scores. */
    public double worse(double one, double other) {
        return direction == Direction.HIGHER_IS_BETTER ? Math.min(one, other) : Math.max(one, other);
    }

    /**
     * What was found.
     *
     * @param items compared
     * @param original mean score as they are
     * @param value mean score in the other form
     * @param difference value less original
     * @param interval Student's interval of the difference over the items; empty for a single item
     * @param changed share of the items with another answer
     * @param better items with a better score in the other form
     * @param worse items with a worse one
     */
    public record Found(
            long items,
            double original,
            double value,
            double difference,
            Optional<Interval> interval,
            double changed,
            long better,
            long worse) {}

    /** Empty without items. */
    public Optional<Found> found(double confidence) {
        long items = differences.count();
        if (items == 0) {
            return Optional.empty();
        }
        Optional<Interval> interval = items < 2
                ? Optional.empty()
                : Optional.of(Interval.student(items, differences.mean(), differences.variance(), confidence));
        return Optional.of(new Found(
                items,
                original.mean(),
                changedForm.mean(),
                differences.mean(),
                interval,
                (double) changedAnswers / items,
                better,
                worse));
    }
}
