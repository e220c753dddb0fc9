package dev.assay.scoring.aggregate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All metrics over the items of one slice. */
final class SliceFold {

    private final List<MetricFold> metrics;
    private final long[] outcomes = new long[OutcomeKind.values().length];
    private long items;

    SliceFold(List<MetricColumn> columns, boolean live) {
        this.metrics =
                columns.stream().map(column -> new MetricFold(column, live)).toList();
    }

    void add(long[] itemOutcomes, List<ItemFold> item) {
        items++;
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += itemOutcomes[i];
        }
        for (int i = 0; i < metrics.size(); i++) {
            metrics.get(i).add(item.get(i));
        }
    }

    void add(SliceFold other) {
        items += other.items;
        for (int i = 0; i < outcomes.length; i++) {
            outcomes[i] += other.outcomes[i];
        }
        IntStream.range(0, metrics.size()).forEach(i -> metrics.get(i).add(other.metrics.get(i)));
    }

    Stream<Aggregate> finish(Slice slice, double confidence) {
        SampleCounts counts = new SampleCounts(
                outcomes[OutcomeKind.ANSWERED.ordinal()],
                outcomes[OutcomeKind.REFUSED.ordinal()],
                outcomes[OutcomeKind.FAILED.ordinal()],
                outcomes[OutcomeKind.CANCELLED.ordinal()]);
        return metrics.stream().map(metric -> metric.finish(slice, items, counts, confidence));
    }
}
