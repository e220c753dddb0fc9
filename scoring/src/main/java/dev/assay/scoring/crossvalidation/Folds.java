package dev.assay.scoring.crossvalidation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Items parted into folds. Every item is in one fold. Immutable.
 *
 * <p>The parting is that of scikit-learn's {@code KFold}, {@code StratifiedKFold} and {@code GroupKFold} without shuffling.
 * Shuffle items first ({@link #order}) if their order means anything.
 *
 * @param held the places of each fold's items, ascending
 */
public record Folds(List<List<Integer>> held) {

    public Folds {
        held = held.stream().map(List::copyOf).toList();
    }

    public int count() {
        return held.size();
    }

    public int items() {
        return held.stream().mapToInt(List::size).sum();
    }

    /** The places of the items outside of a fold, ascending. */
    public List<Integer> training(int fold) {
        boolean[] out = new boolean[items()];
        held.get(fold).forEach(i -> out[i] = true);
        return IntStream.range(0, out.length).filter(i -> !out[i]).boxed().toList();
    }

    /** Neighbours together, in folds that differ by at most one item. */
    public static Folds plain(int items, int folds) {
        requireEnough(folds, items, "items");
        int[] foldOf = new int[items];
        int next = 0;
        for (int fold = 0; fold < folds; fold++) {
            int size = items / folds + (fold < items % folds ? 1 : 0);
            Arrays.fill(foldOf, next, next + size, fold);
            next += size;
        }
        return of(foldOf, folds);
    }

    /** Folds in which each label has about the share that it has in all. @throws IllegalArgumentException if no label has an
     * item for every fold */
    public static <L> Folds stratified(List<L> labels, int folds) {
        requireEnough(folds, labels.size(), "items");
        Map<L, Integer> codes = new LinkedHashMap<>();
        int[] coded = labels.stream()
                .mapToInt(label -> codes.computeIfAbsent(label, absent -> codes.size()))
                .toArray();
        int[][] share = new int[codes.size()][folds];
        int[] sorted = coded.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < sorted.length; i++) {
            share[sorted[i]][i % folds]++;
        }
        if (Arrays.stream(share).allMatch(s -> Arrays.stream(s).sum() < folds)) {
            throw new IllegalArgumentException("no label has as many items as there are folds, " + folds);
        }
        int[] foldOf = new int[coded.length];
        int[] current = new int[codes.size()];
        for (int i = 0; i < coded.length; i++) {
            int label = coded[i];
            while (share[label][current[label]] == 0) {
                current[label]++;
            }
            share[label][current[label]]--;
            foldOf[i] = current[label];
        }
        return of(foldOf, folds);
    }

    /**
     * Folds that part no group, the largest groups dealt first, each to the smallest fold so far.
     *
     * @param groups each item's group; of groups equally large the last in their natural order is dealt first
     */
    public static <G extends Comparable<? super G>> Folds grouped(List<G> groups, int folds) {
        Map<G, Integer> sizes = new TreeMap<>();
        groups.forEach(group -> sizes.merge(group, 1, Integer::sum));
        requireEnough(folds, sizes.size(), "groups");
        List<G> bySize = new ArrayList<>(sizes.keySet());
        bySize.sort(Comparator.comparing(sizes::get));
        Map<G, Integer> foldOfGroup = new TreeMap<>();
        int[] filled = new int[folds];
        for (G group : bySize.reversed()) {
            int least = IntStream.range(0, folds)
                    .boxed()
                    .min(Comparator.comparingInt(fold -> filled[fold]))
                    .orElseThrow();
            foldOfGroup.put(group, least);
            filled[least] += sizes.getOrDefault(group, 0);
        }
        return of(
                groups.stream()
                        .mapToInt(group -> foldOfGroup.getOrDefault(group, 0))
                        .toArray(),
                folds);
    }

    /** A random order of items, each as likely. */
    public static int[] order(int items, RandomGenerator random) {
        int[] order = IntStream.range(0, items).toArray();
        for (int i = items - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int moved = order[i];
            order[i] = order[j];
            order[j] = moved;
        }
        return order;
    }

    private static Folds of(int[] foldOf, int folds) {
        List<List<Integer>> held = new ArrayList<>();
        for (int fold = 0; fold < folds; fold++) {
            int wanted = fold;
            held.add(IntStream.range(0, foldOf.length)
                    .filter(i -> foldOf[i] == wanted)
                    .boxed()
                    .toList());
        }
        return new Folds(held);
    }

    private static void requireEnough(int folds, int parts, String what) {
        if (folds < 2 || folds > parts) {
            throw new IllegalArgumentException("%d %s cannot be parted into %d folds".formatted(parts, what, folds));
        }
    }
}
