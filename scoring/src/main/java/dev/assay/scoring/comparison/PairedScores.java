package dev.assay.scoring.comparison;

import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Two systems' scores on the items that both have, repeats averaged per item, in the order of the items' names.
 *
 * @param items the names
 * @param first the first system's score of each
 * @param second the second system's score of each
 * @param clusters each item's cluster; empty if items stand alone
 * @param unpaired how many items only one of them has
 */
public record PairedScores(List<String> items, double[] first, double[] second, List<String> clusters, int unpaired) {

    public PairedScores {
        items = List.copyOf(items);
        clusters = List.copyOf(clusters);
        if (items.size() != first.length
                || items.size() != second.length
                || (!clusters.isEmpty() && clusters.size() != items.size())) {
            throw new IllegalArgumentException("every item needs two scores, and all or none a cluster");
        }
    }

    /**
     * Pairs scores by item.
     *
     * @param first each item's scores, one for every repeat that has one; items without scores are passed over
     * @param second the same of the other system
     * @param clusterOf the clusters of items; items that it lacks are clusters of their own; empty if all stand alone
     */
    public static PairedScores of(
            Map<String, double[]> first, Map<String, double[]> second, Map<String, String> clusterOf) {
        Map<String, double[]> a = new TreeMap<>(first);
        Map<String, double[]> b = new TreeMap<>(second);
        a.values().removeIf(scores -> scores.length == 0);
        b.values().removeIf(scores -> scores.length == 0);
        List<String> shared = new ArrayList<>(a.keySet());
        shared.retainAll(b.keySet());
        int unpaired = a.size() + b.size() - 2 * shared.size();
        List<String> clusters = clusterOf.isEmpty()
                ? List.of()
                : shared.stream()
                        .map(item -> clusterOf.containsKey(item) ? "c:" + clusterOf.get(item) : "i:" + item)
                        .toList();
        return new PairedScores(shared, means(shared, a), means(shared, b), clusters, unpaired);
    }

    private static double[] means(List<String> items, Map<String, double[]> scores) {
        return items.stream()
                .mapToDouble(item -> {
                    Moments repeats = new Moments();
                    Arrays.stream(scores.getOrDefault(item, new double[0])).forEach(repeats::add);
                    return repeats.mean();
                })
                .toArray();
    }

    public int size() {
        return items.size();
    }

    /** Whether every score is 0 or 1. */
    public boolean isBinary() {
        return Arrays.stream(first).allMatch(PairedScores::isBit)
                && Arrays.stream(second).allMatch(PairedScores::isBit);
    }

    private static boolean isBit(double score) {
        return score == 0 || score == 1;
    }
}
