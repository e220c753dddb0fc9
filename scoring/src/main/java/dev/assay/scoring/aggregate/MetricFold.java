package dev.assay.scoring.aggregate;

import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.ExactSum;
import dev.assay.scoring.statistics.Moments;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One metric over the items of one slice. */
final class MetricFold {

    private final MetricColumn column;
    private final @Nullable SetFold set;
    private final Moments means = new Moments();
    private final ExactSum lows = new ExactSum();
    private final ExactSum highs = new ExactSum();
    private long scored;
    private long unextracted;

    MetricFold(MetricColumn column, boolean live) {
        this.column = column;
        this.set = column.set() == null ? null : new SetFold(column.set(), live);
    }

    void add(ItemFold item) {
        if (set == null) {
            item.value().ifPresent(means::add);
        } else if (item.scored() > 0) {
            set.add(item.evidence());
        }
        if (column.hasBounds()) {
            lows.add(item.valueWithMissing(column.minimum()));
            highs.add(item.valueWithMissing(column.maximum()));
        }
        scored += item.scored();
        unextracted += item.unextracted();
    }

    void add(MetricFold other) {
        if (set != null && other.set != null) {
            set.add(other.set);
        }
        means.add(other.means);
        lows.add(other.lows);
        highs.add(other.highs);
        scored += other.scored;
        unextracted += other.unextracted;
    }

    Aggregate finish(Slice slice, long items, SampleCounts samples, double confidence) {
        Optional<Estimate> estimate =
                set == null ? means.estimate(confidence, column.minimum(), column.maximum()) : set.estimate(confidence);
        return new Aggregate(
                slice.model(),
                slice.category(),
                column.label(),
                items,
                samples,
                scored,
                unextracted,
                (double) scored / samples.total(),
                estimate.orElse(null),
                column.hasBounds() ? new Bounds(lows.dividedBy(items), highs.dividedBy(items)) : null);
    }
}
