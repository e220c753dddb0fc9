package dev.assay.scoring.aggregate;

import dev.assay.scoring.repeats.RepeatFold;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Folds a run's samples into its aggregates, in one pass.
 *
 * <p>The result is a function of the set of rows: their order, and how they were split between instances that are merged
 * later, make no difference to any bit. Memory grows with models, categories and metrics, never with samples.
 *
 * <p>Metrics of a set differ a little: the ends of their intervals depend on the order of rows, and those that are no
 * function of sums keep what each item contributes.
 *
 * <p>With one repeat rows may come in any order, each exactly once. With more, an item's repeats are averaged first, so
 * rows must come ordered by model and item, and only the current item is held; instances to be merged must not share an
 * item of a model. Mutable, not thread-safe.
 */
public final class RunAggregation {

    private final List<MetricColumn> columns;
    private final boolean repeated;
    private final double confidence;
    private final boolean live;
    private final Map<Slice, SliceFold> slices = new TreeMap<>();
    private final List<ItemFold> item;
    private final long[] itemOutcomes = new long[OutcomeKind.values().length];
    private @Nullable SampleRow last;

    /**
     * @param columns the metrics, in the order of the result; labels distinct
     * @param repeats how often each item is asked, at least 1
     * @param confidence of the intervals, such as 0.95
     */
    public RunAggregation(List<MetricColumn> columns, int repeats, double confidence) {
        this(columns, repeats, confidence, false);
    }

    private RunAggregation(List<MetricColumn> columns, int repeats, double confidence, boolean live) {
        if (repeats < 1 || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("repeats " + repeats + ", confidence " + confidence);
        }
        if (columns.stream().map(MetricColumn::label).distinct().count() != columns.size()) {
            throw new IllegalArgumentException("two metrics have the same label");
        }
        this.columns = List.copyOf(columns);
        this.repeated = repeats > 1;
        this.confidence = confidence;
        this.live = live;
        this.item =
                columns.stream().map(column -> new ItemFold(column.repeats())).toList();
    }

    /**
     * Aggregates of a run that goes on, asked for again and again: each sample counts as an item, in any order, and metrics
     * of a set have no intervals, which would take long, and of very many samples no value. What needs an item's repeats
     * together is left out.
     */
    public static RunAggregation live(List<MetricColumn> columns, double confidence) {
        List<MetricColumn> single = columns.stream()
                .filter(column -> column.repeats() instanceof RepeatFold.Mean)
                .toList();
        return new RunAggregation(single, 1, confidence, true);
    }

    /** Adds a sample. @throws IllegalArgumentException if rows must be ordered, and this one comes too late or twice */
    public void add(SampleRow row) {
        SampleRow before = last;
        if (before != null && (!repeated || isNewItem(before, row))) {
            closeItem(before);
        }
        last = row;
        itemOutcomes[row.outcome().ordinal()]++;
        for (int i = 0; i < columns.size(); i++) {
            item.get(i).add(row.scores().get(columns.get(i).label()));
        }
    }

    /**
     * Adds all samples of another instance.
     *
     * @throws IllegalArgumentException if it aggregates other metrics, or in another way
     */
    public void add(RunAggregation other) {
        if (!columns.equals(other.columns)
                || repeated != other.repeated
                || live != other.live
                || confidence != other.confidence) {
            throw new IllegalArgumentException("aggregations of different kinds cannot be merged");
        }
        closeItem();
        other.closeItem();
        other.slices.forEach((slice, fold) -> fold(slice).add(fold));
    }

    /**
     * The aggregates so far, by model, for each first over all and then by category, and in the order of the metrics.
     * More rows can be added afterwards, but with several repeats not of an item that was begun.
     */
    public List<Aggregate> aggregates() {
        closeItem();
        return slices.entrySet().stream()
                .flatMap(entry -> entry.getValue().finish(entry.getKey(), confidence))
                .toList();
    }

    private static boolean isNewItem(SampleRow before, SampleRow row) {
        int order = Integer.compare(row.model(), before.model());
        order = order != 0 ? order : Long.compare(row.item(), before.item());
        if (order < 0 || (order == 0 && row.repeat() <= before.repeat())) {
            throw new IllegalArgumentException("the sample %d.%d.%d comes after %d.%d.%d"
                    .formatted(row.model(), row.item(), row.repeat(), before.model(), before.item(), before.repeat()));
        }
        return order > 0;
    }

    private void closeItem() {
        if (last != null) {
            closeItem(last);
            last = null;
        }
    }

    private void closeItem(SampleRow row) {
        fold(new Slice(row.model(), null)).add(itemOutcomes, item);
        if (row.category() != null) {
            fold(new Slice(row.model(), row.category())).add(itemOutcomes, item);
        }
        Arrays.fill(itemOutcomes, 0);
        item.forEach(ItemFold::clear);
    }

    private SliceFold fold(Slice slice) {
        return slices.computeIfAbsent(slice, absent -> new SliceFold(columns, live));
    }
}
