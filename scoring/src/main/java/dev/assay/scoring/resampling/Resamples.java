package dev.assay.scoring.resampling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Which items each resample holds, as their places in the sample. Those that are drawn are drawn anew, and equally, each
 * time they are gone through: memory does not grow with their number. Immutable.
 */
public final class Resamples {

    /** As few as give BCa intervals whose ends are steady to about a fiftieth of their width. */
    public static final int LEAST = 2000;

    private static final long LOW = 0xFFFF_FFFFL;

    private final int count;
    private final Source source;

    private Resamples(int count, Source source) {
        this.count = count;
        this.source = source;
    }

    /** Where resamples come from: each call begins at the first. */
    @FunctionalInterface
    private interface Source {
        Drawing begin();
    }

    /** The next resample's places. The array may be used again for the one after it. */
    @FunctionalInterface
    private interface Drawing {
        int[] next(int resample);
    }

    /** Resamples drawn elsewhere, at least one. */
    public static Resamples given(int[][] places) {
        if (places.length == 0) {
            throw new IllegalArgumentException("at least one resample is needed");
        }
        int[][] kept = places.clone();
        return new Resamples(kept.length, () -> resample -> kept[resample]);
    }

    /** Draws items with replacement, as many as there are. */
    public static Resamples ofItems(int items, int count, RandomGenerator random) {
        long seed = random.nextLong();
        return new Resamples(count, () -> {
            SplittableRandom draws = new SplittableRandom(seed);
            int[] places = new int[items];
            return resample -> {
                for (int i = 0; i < items; i += 2) {
                    // Each half of the bits times the number of items, over 2^32: even to one in 2^32 / items.
                    long bits = draws.nextLong();
                    places[i] = (int) (((bits & LOW) * items) >>> Integer.SIZE);
                    if (i + 1 < items) {
                        places[i + 1] = (int) (((bits >>> Integer.SIZE) * items) >>> Integer.SIZE);
                    }
                }
                return places;
            };
        });
    }

    /**
     * Draws whole clusters with replacement, as many as there are; resamples of unequal clusters differ in size.
     *
     * @param clusterOf each item's cluster; items with equal names belong together
     */
    public static Resamples ofClusters(List<String> clusterOf, int count, RandomGenerator random) {
        List<int[]> clusters = members(clusterOf).values().stream()
                .map(members -> members.stream().mapToInt(Integer::intValue).toArray())
                .toList();
        long seed = random.nextLong();
        return new Resamples(count, () -> {
            SplittableRandom draws = new SplittableRandom(seed);
            return resample -> clusters.stream()
                    .flatMapToInt(any -> Arrays.stream(clusters.get(draws.nextInt(clusters.size()))))
                    .toArray();
        });
    }

    /** The places of each cluster's items, clusters in the order in which they first occur. */
    public static Map<String, List<Integer>> members(List<String> clusterOf) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < clusterOf.size(); i++) {
            members.computeIfAbsent(clusterOf.get(i), absent -> new ArrayList<>())
                    .add(i);
        }
        return members;
    }

    public int count() {
        return count;
    }

    /** The statistic of each resample. */
    double[] distribution(double[] values, Statistic statistic) {
        Drawing drawing = source.begin();
        double[] distribution = new double[count];
        double[] drawn = new double[0];
        for (int r = 0; r < count; r++) {
            int[] resample = drawing.next(r);
            drawn = drawn.length == resample.length ? drawn : new double[resample.length];
            for (int i = 0; i < resample.length; i++) {
                drawn[i] = values[resample[i]];
            }
            distribution[r] = statistic.of(drawn);
        }
        return distribution;
    }
}
