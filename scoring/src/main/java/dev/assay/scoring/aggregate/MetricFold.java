package dev.assay.scoring.aggregate;

import dev.assay.scoring.statistics.ExactSum;
import dev.assay.scoring.statistics.Moments;

/** One metric over the items of one slice. */
final class MetricFold {

    private final MetricColumn column;
    private final Moments means = new Moments();
    private final ExactSum lows = new ExactSum();
    private final ExactSum highs = new ExactSum();
    private long scored;
    private long unextracted;

    MetricFold(MetricColumn column) {
        this.column = column;
    }

    void add(ItemFold item) {
        if (item.scored() > 0) {
            means.add(item.mean());
        }
        lows.add(item.meanWithMissing(column.minimum()));
        highs.add(item.meanWithMissing(column.maximum()));
        scored += item.scored();
        unextracted += item.unextracted();
    }

    void add(MetricFold other) {
        means.add(other.means);
        lows.add(other.lows);
        highs.add(other.highs);
        scored += other.scored;
        unextracted += other.unextracted;
    }

    Aggregate finish(Slice slice, long items, SampleCounts samples, double confidence) {
        return new Aggregate(
                slice.model(),
                slice.category(),
                column.label(),
                items,
                samples,
                scored,
                unextracted,
                (double) scored / samples.total(),
                means.estimate(confidence, column.minimum(), column.maximum()).orElse(null),
                new Bounds(lows.dividedBy(items), highs.dividedBy(items)));
    }
}
