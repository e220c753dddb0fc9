package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;

/**
 * What the items of one slice contribute to a metric of a set.
 *
 * <p>Evidence that adds up is kept as the sums of at most {@value #BLOCKS} blocks of items, so that memory does not grow
 * with the run; of up to that many items each is a block of its own. Other evidence is kept item by item: of labels, equal
 * ones once, a few bytes for each further item.
 */
final class SetFold {

    static final int BLOCKS = 2_000;
    /** More items than this have no value while a run goes on, only at its end. */
    private static final int MOST_LIVE = 20_000;

    private final CorpusMetric metric;
    private final boolean live;
    private final List<List<Evidence>> units = new ArrayList<>();
    private final Map<List<String>, Evidence> known = new HashMap<>();
    private final SplittableRandom blocks = new SplittableRandom(1);
    private long items;

    /** @param live while a run goes on there is a value, but no interval */
    SetFold(CorpusMetric metric, boolean live) {
        this.metric = metric;
        this.live = live;
    }

    /** Adds the evidence of an item's samples. */
    void add(List<Evidence> item) {
        items++;
        if (!metric.isAdditive()) {
            if (!live || items <= MOST_LIVE) {
                units.add(item.stream().map(this::shared).toList());
            } else {
                units.clear();
            }
        } else if (units.size() < (live ? 1 : BLOCKS)) {
            units.add(List.of(sum(item)));
        } else {
            // Drawn, since in turns a pattern in the order of items would make blocks more alike than items are.
            int block = blocks.nextInt(units.size());
            List<Evidence> both = new ArrayList<>(units.get(block));
            both.addAll(item);
            units.set(block, List.of(sum(both)));
        }
    }

    void add(SetFold other) {
        // Blocks of another fold count as items here; that only makes the parts that are resampled coarser.
        long before = items;
        other.units.forEach(this::add);
        items = before + other.items;
    }

    private static Evidence sum(List<Evidence> item) {
        return Evidence.of(CorpusMetric.sum(item));
    }

    private Evidence shared(Evidence evidence) {
        return evidence.counts().length > 0 ? evidence : known.computeIfAbsent(evidence.labels(), absent -> evidence);
    }

    /** The metric of the set; empty if there are no items, or if it is not defined for them. */
    Optional<Estimate> estimate(double confidence) {
        OptionalDouble found = units.isEmpty() ? OptionalDouble.empty() : SetInterval.value(metric, units);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double value = found.getAsDouble();
        return Optional.of((live ? Optional.<Interval>empty() : SetInterval.of(metric, units, value, confidence))
                .map(interval -> new Estimate(
                        items, value, interval.low(), interval.high(), Estimate.Method.BOOTSTRAP, confidence))
                .orElseGet(() -> new Estimate(items, value, null, null, Estimate.Method.NONE, confidence)));
    }
}
