package dev.assay.scoring.contamination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds items of which a document holds a near copy, by MinHash sketches in bands (A. Broder 1997; P. Indyk and R. Motwani
 * 1998).
 *
 * <p>A document is read in windows of words that overlap by half, of each of a few lengths that stand for those of the
 * items. A window and an item of which all rows of one band agree are compared by the share of the item's runs of words
 * that the window has, which is exact. An item of s similarity is compared with the probability 1 - (1 - s^rows)^bands.
 *
 * <p>Memory: {@code bands} entries and the runs of each item, none for the corpus. The same input gives the same result.
 * Immutable, and safe for concurrent use.
 */
public final class MinHashIndex {

    /** Ratio of window lengths: an item's window is at most this much longer than the item. */
    private static final double STEP = 1.5;

    private final int run;
    private final int bands;
    private final int rows;
    private final List<Item> items;
    private final Map<Integer, Map<Long, List<Integer>>> byWindow = new LinkedHashMap<>();
    private final List<long[]> runs = new ArrayList<>();
    private final int[] words;

    /**
     * Indexes items.
     *
     * @param run words of a shingle; 3 is usual. Items with fewer words are not looked for
     * @param bands more of them find less similar copies
     * @param rows of a band; more of them spare comparisons
     */
    public MinHashIndex(List<Item> items, int run, int bands, int rows) {
        if (run < 1 || bands < 1 || rows < 1) {
            throw new IllegalArgumentException("runs, bands and rows are at least 1");
        }
        this.run = run;
        this.bands = bands;
        this.rows = rows;
        this.items = List.copyOf(items);
        this.words = new int[items.size()];
        for (int i = 0; i < items.size(); i++) {
            Words text = Words.of(items.get(i).text());
            long[] own = text.runs(run);
            runs.add(own);
            words[i] = text.size();
            if (own.length > 0) {
                Map<Long, List<Integer>> buckets = byWindow.computeIfAbsent(window(text.size()), w -> new HashMap<>());
                for (long bucket : buckets(own, 0, own.length)) {
                    buckets.computeIfAbsent(bucket, b -> new ArrayList<>()).add(i);
                }
            }
        }
    }

    /** The least window length of the scale that an item of so many words fits into. */
    private static int window(int words) {
        double length = 8;
        while (length < words) {
            length *= STEP;
        }
        return (int) Math.ceil(length);
    }

    /**
     * Reads a corpus once, document by document.
     *
     * @param share of an item's runs that a window must hold to be told
     * @return for each item that was found, the document that holds most of it; in the items' order. Places are those of
     *     the first and the last run that was found
     */
    public List<Finding> scan(Iterable<Document> corpus, double share) {
        Map<Integer, Finding> best = new LinkedHashMap<>();
        for (Document document : corpus) {
            long[] text = Words.of(document.text()).runs(run);
            byWindow.forEach((window, buckets) -> {
                int length = Math.max(1, Math.min(text.length, window - run + 1));
                int step = Math.max(1, length / 4);
                for (int from = 0; from < text.length; from += step) {
                    int to = Math.min(text.length, from + length);
                    for (int item : candidates(buckets, text, from, to)) {
                        Finding found = compare(
                                item,
                                document,
                                text,
                                Math.max(0, from - length / 2),
                                Math.min(text.length, to + length / 2));
                        Finding before = best.get(item);
                        if (found.share() >= share && (before == null || found.share() > before.share())) {
                            best.put(item, found);
                        }
                    }
                    if (to == text.length) {
                        break;
                    }
                }
            });
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private Set<Integer> candidates(Map<Long, List<Integer>> index, long[] text, int from, int to) {
        Set<Integer> candidates = new LinkedHashSet<>();
        for (long bucket : buckets(text, from, to)) {
            candidates.addAll(index.getOrDefault(bucket, List.of()));
        }
        return candidates;
    }

    /** How much of an item stands in a part of a document. */
    private Finding compare(int item, Document document, long[] text, int from, int to) {
        long[] part = Arrays.copyOfRange(text, from, to);
        Arrays.sort(part);
        long[] own = runs.get(item);
        int found = 0;
        int first = own.length;
        int last = 0;
        for (int i = 0; i < own.length; i++) {
            if (Arrays.binarySearch(part, own[i]) >= 0) {
                found++;
                first = Math.min(first, i);
                last = i + run;
            }
        }
        return new Finding(
                items.get(item).id(),
                document.id(),
                (double) found / own.length,
                found == 0 ? 0 : first,
                Math.min(last, words[item]));
    }

    /** One hash for each band of the sketch of some runs. */
    private long[] buckets(long[] text, int from, int to) {
        long[] buckets = new long[bands];
        for (int band = 0; band < bands; band++) {
            long bucket = band;
            for (int row = 0; row < rows; row++) {
                long salt = Words.mix(band * (long) rows + row);
                long least = Long.MAX_VALUE;
                for (int i = from; i < to; i++) {
                    // A multiplication by an odd number is a permutation; the runs are well mixed already.
                    least = Math.min(least, (text[i] ^ salt) * (salt | 1));
                }
                bucket = Words.mix(bucket ^ least);
            }
            buckets[band] = bucket;
        }
        return buckets;
    }
}
