package dev.assay.gateway.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One side's items in the order of their keys, a few bytes for each. Items without a score are there too. Immutable but
 * for its arrays, which are not to be changed.
 *
 * @param keys what an item is paired by, ascending; equal for items of equal id and content
 * @param items the items' positions in the side's dataset
 * @param values scores, repeats folded; NaN: none
 * @param worst what they would be if each missing repeat had the metric's worst score; NaN if it has none; empty unless
 *     asked for
 * @param best the opposite
 * @param repeats how many of an item's samples have a score; empty unless bounds were asked for
 * @param each how many samples an item has
 * @param categories the categories' places in {@code names}, plus 1; 0: none; below 0: no sample says
 * @param names of categories
 * @param samples how many the run planned for the side
 * @param scored how many of these have a score
 */
record ItemScores(
        long[] keys,
        int[] items,
        double[] values,
        double[] worst,
        double[] best,
        int[] repeats,
        int each,
        short[] categories,
        List<String> names,
        long samples,
        long scored) {

    int size() {
        return keys.length;
    }

    @Nullable
    String category(int place) {
        return categories[place] <= 0 ? null : names.get(categories[place] - 1);
    }

    /** Whether there is any sample of an item, scored or not. */
    boolean isSeen(int place) {
        return categories[place] >= 0;
    }

    /** How many of an item's samples have no score; bounds must have been asked for. */
    int missing(int place) {
        return each - repeats[place];
    }

    boolean isScored(int place) {
        return !Double.isNaN(values[place]);
    }

    int scoredItems() {
        return (int) Arrays.stream(values).filter(value -> !Double.isNaN(value)).count();
    }

    /** Where the item of a key is; below 0 if it is not here. */
    int find(long key) {
        return Arrays.binarySearch(keys, key);
    }

    /** The same items under other keys. */
    ItemScores keyed(long[] others) {
        if (IntStream.range(1, others.length).allMatch(i -> others[i - 1] < others[i])) {
            return new ItemScores(
                    others, items, values, worst, best, repeats, each, categories, names, samples, scored);
        }
        int[] order = IntStream.range(0, others.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> others[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        short[] sorted = new short[order.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = categories[order[i]];
        }
        return new ItemScores(
                Arrays.stream(order).mapToLong(i -> others[i]).toArray(),
                Arrays.stream(order).map(i -> items[i]).toArray(),
                ordered(values, order),
                ordered(worst, order),
                ordered(best, order),
                repeats.length == 0
                        ? repeats
                        : Arrays.stream(order).map(i -> repeats[i]).toArray(),
                each,
                sorted,
                names,
                samples,
                scored);
    }

    private static double[] ordered(double[] all, int[] order) {
        return all.length == 0
                ? all
                : Arrays.stream(order).mapToDouble(i -> all[i]).toArray();
    }

    /** Collects items in ascending order. */
    static final class Builder {
        private final int[] items;
        private final double[] values;
        private final double[] worst;
        private final double[] best;
        private final int[] repeats;
        private final short[] categories;
        private final List<String> names = new ArrayList<>();
        private final Map<String, Short> places = new HashMap<>();

        /**
         * @param planned the items' positions, ascending
         * @param bounds whether bounds are wanted
         * @param least what an item of which nothing is known is at worst; NaN if there is no such score
         * @param most what it is at best
         */
        Builder(int[] planned, boolean bounds, double least, double most) {
            this.items = planned;
            this.values = filled(planned.length, Double.NaN);
            this.worst = filled(bounds ? planned.length : 0, least);
            this.best = filled(bounds ? planned.length : 0, most);
            this.repeats = new int[bounds ? planned.length : 0];
            this.categories = new short[planned.length];
            Arrays.fill(categories, (short) -1);
        }

        private static double[] filled(int length, double value) {
            double[] filled = new double[length];
            Arrays.fill(filled, value);
            return filled;
        }

        /** Says what is known of an item; one that was not planned is passed over. */
        void put(int item, double value, @Nullable String category) {
            int place = Arrays.binarySearch(items, item);
            if (place >= 0) {
                values[place] = value;
                categories[place] = category == null ? 0 : code(category);
            }
        }

        /** Says what an item's score could be at worst and at best. @param scored how many of its samples have a score */
        void bound(int item, double least, double most, int scored) {
            int place = Arrays.binarySearch(items, item);
            if (place >= 0) {
                worst[place] = least;
                best[place] = most;
                repeats[place] = scored;
            }
        }

        private short code(String category) {
            return places.computeIfAbsent(category, name -> {
                names.add(name);
                if (names.size() > Short.MAX_VALUE) {
                    throw new IllegalStateException("a run has too many categories to be compared");
                }
                return (short) names.size();
            });
        }

        /** @param each how many samples an item has */
        ItemScores build(int each, long scored) {
            return new ItemScores(
                    Arrays.stream(items).asLongStream().toArray(),
                    items,
                    values,
                    worst,
                    best,
                    repeats,
                    each,
                    categories,
                    List.copyOf(names),
                    (long) each * items.length,
                    scored);
        }
    }
}
