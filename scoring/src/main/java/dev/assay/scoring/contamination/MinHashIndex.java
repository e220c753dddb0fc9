package dev.assay.scoring.contamination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * Finds items of which a document holds a near copy, by MinHash sketches in bands (A. Broder 1997; P. Indyk and R. Motwani
 * 1998).
 *
 * <p>A document is read in windows of words, each a quarter of its length after the one before, of a few lengths that
 * stand for those of the items. A window and an item of which all rows of one band agree are compared by the share of the
 * item's runs of words that the window and its surroundings have, which is exact. A window of similarity s is compared
 * with the probability 1 - (1 - s^rows)^bands.
 *
 * <p>With short runs this finds copies that were edited too much for {@link OverlapIndex}, at a higher cost for each word
 * of the corpus: about {@code bands · rows} steps for each of the window lengths. Memory: {@code bands} entries and the
 * runs of each item, none for the corpus. The same input gives the same result. Immutable, and safe for concurrent use.
 */
public final class MinHashIndex {

    /** Ratio of window lengths: an item's window is at most this much longer than the item. */
    private static final double STEP = 1.5;

    /** A window is made of so many blocks, of which each sketch is made once. */
    private static final int BLOCKS = 4;

    private final int run;
    private final int bands;
    private final int rows;
    private final List<Item> items;
    private final Map<Integer, Map<Long, List<Integer>>> byWindow = new LinkedHashMap<>();
    private final List<long[]> runs = new ArrayList<>();
    private final int[] words;
    private final long[] salts;

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
        this.salts = LongStream.range(0, (long) bands * rows).map(Words::mix).toArray();
        this.words = new int[items.size()];
        for (int i = 0; i < items.size(); i++) {
            Words text = Words.of(items.get(i).text());
            long[] own = text.runs(run);
            runs.add(own);
            words[i] = text.size();
            if (own.length > 0) {
                Map<Long, List<Integer>> buckets = byWindow.computeIfAbsent(window(text.size()), w -> new HashMap<>());
                for (long bucket : buckets(sketch(own, 0, own.length))) {
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
            byWindow.forEach(
                    (window, index) -> scan(document, text, Math.max(1, window - run + 1), index, share, best));
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void scan(
            Document document,
            long[] text,
            int length,
            Map<Long, List<Integer>> index,
            double share,
            Map<Integer, Finding> best) {
        int block = (length + BLOCKS - 1) / BLOCKS;
        List<long[]> sketches = new ArrayList<>();
        for (int from = 0; from < text.length; from += block) {
            sketches.add(sketch(text, from, Math.min(text.length, from + block)));
        }
        for (int i = 0; i < sketches.size(); i++) {
            long[] sketch = sketches.get(i).clone();
            for (int j = i + 1; j < Math.min(i + BLOCKS, sketches.size()); j++) {
                long[] more = sketches.get(j);
                Arrays.setAll(sketch, k -> Math.min(sketch[k], more[k]));
            }
            int from = Math.max(0, i * block - length / 2);
            int to = Math.min(text.length, i * block + length + length / 2);
            for (int item : candidates(index, sketch)) {
                Finding found = compare(item, document, text, from, to);
                Finding before = best.get(item);
                if (found.share() >= share && (before == null || found.share() > before.share())) {
                    best.put(item, found);
                }
            }
            if ((i + BLOCKS) * block >= text.length) {
                break;
            }
        }
    }

    private Set<Integer> candidates(Map<Long, List<Integer>> index, long[] sketch) {
        Set<Integer> candidates = new LinkedHashSet<>();
        for (long bucket : buckets(sketch)) {
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

    /** The least hash of some runs for each row of each band. */
    private long[] sketch(long[] text, int from, int to) {
        long[] sketch = new long[bands * rows];
        for (int row = 0; row < sketch.length; row++) {
            long salt = salts[row];
            long least = Long.MAX_VALUE;
            for (int i = from; i < to; i++) {
                // A multiplication by an odd number is a permutation; the runs are well mixed already.
                least = Math.min(least, (text[i] ^ salt) * (salt | 1));
            }
            sketch[row] = least;
        }
        return sketch;
    }

    /** One hash for each band of a sketch. */
    private long[] buckets(long[] sketch) {
        long[] buckets = new long[bands];
        for (int band = 0; band < bands; band++) {
            buckets[band] = band;
            for (int row = 0; row < rows; row++) {
                buckets[band] = Words.mix(buckets[band] ^ sketch[band * rows + row]);
            }
        }
        return buckets;
    }
}
