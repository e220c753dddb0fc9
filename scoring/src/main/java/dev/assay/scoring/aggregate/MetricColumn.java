package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.repeats.RepeatFold;
import org.jspecify.annotations.Nullable;

/**
 * A metric to aggregate.
 *
 * @param label under which samples hold its scores
 * @param minimum the least value of a sample; infinite if there is none
 * @param maximum the greatest value of a sample; infinite if there is none
 * @param set what it says of a set of samples; null: their mean
 * @param repeats what an item's repeats are folded into; anything but the mean for metrics from 0 to 1 only
 */
public record MetricColumn(
        String label,
        double minimum,
        double maximum,
        @Nullable CorpusMetric set,
        RepeatFold repeats) {

    public MetricColumn {
        if (!(minimum < maximum)) {
            throw new IllegalArgumentException("the range of " + label + " is empty");
        }
        if (!(repeats instanceof RepeatFold.Mean) && (set != null || minimum != 0 || maximum != 1)) {
            throw new IllegalArgumentException(label + " is no metric from 0 to 1, so its repeats have no " + repeats);
        }
    }

    /** A metric whose repeats are averaged. */
    public MetricColumn(String label, double minimum, double maximum, @Nullable CorpusMetric set) {
        this(label, minimum, maximum, set, new RepeatFold.Mean());
    }

    /** A metric whose value for a set is the mean of its samples. */
    public MetricColumn(String label, double minimum, double maximum) {
        this(label, minimum, maximum, null);
    }

    /** A metric between 0 and 1. */
    public static MetricColumn unit(String label) {
        return new MetricColumn(label, 0, 1);
    }

    /** Whether it can be said what missing samples could make of the value. */
    boolean hasBounds() {
        return set == null && Double.isFinite(minimum) && Double.isFinite(maximum);
    }

    /** Whether its value is the mean of scores that have a least and a greatest one. */
    public boolean isBoundedMean() {
        return hasBounds() && repeats instanceof RepeatFold.Mean;
    }
}
