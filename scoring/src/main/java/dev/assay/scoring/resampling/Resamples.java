package dev.assay.scoring.resampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Which items each resample holds, as their places in the sample. Immutable but for its arrays, which are not to be
 * changed.
 */
public final class Resamples {

    /** As few as give BCa intervals whose ends are steady to about a fiftieth of their width. */
    public static final int LEAST = 2000;

    private final int[][] places;

    private Resamples(int[][] places) {
        this.places = places;
    }

    /** Resamples drawn elsewhere, at least one. */
    public static Resamples given(int[][] places) {
        if (places.length == 0) {
            throw new IllegalArgumentException("at least one resample is needed");
        }
        return new Resamples(places.clone());
    }

    /** Draws items with replacement, as many as there are. */
    public static Resamples ofItems(int items, int count, RandomGenerator random) {
        int[][] places = new int[count][items];
        for (int[] resample : places) {
            for (int i = 0; i < items; i++) {
                resample[i] = random.nextInt(items);
            }
        }
        return given(places);
    }

    /**
     * Draws whole clusters with replacement, as many as there are; resamples of unequal clusters differ in size.
     *
     * @param clusterOf each item's cluster; items with equal names belong together
     */
    public static Resamples ofClusters(List<String> clusterOf, int count, RandomGenerator random) {
        List<List<Integer>> clusters = new ArrayList<>(members(clusterOf).values());
        int[][] places = new int[count][];
        for (int r = 0; r < count; r++) {
            places[r] = clusters.stream()
                    .flatMap(any -> clusters.get(random.nextInt(clusters.size())).stream())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        return given(places);
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
        return places.length;
    }

    /** The statistic of each resample. */
    double[] distribution(double[] values, Statistic statistic) {
        double[] distribution = new double[places.length];
        for (int r = 0; r < places.length; r++) {
            int[] resample = places[r];
            double[] drawn = new double[resample.length];
            for (int i = 0; i < resample.length; i++) {
                drawn[i] = values[resample[i]];
            }
            distribution[r] = statistic.of(drawn);
        }
        return distribution;
    }
}
