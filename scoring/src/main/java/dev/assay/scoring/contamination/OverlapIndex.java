package dev.assay.scoring.contamination;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds items of which a document of a corpus holds runs of n words. An item's share in a document is the part of its
 * words that stand in such runs, whatever their order, so that an edited word costs itself and not the whole item.
 *
 * <p>Source: n-gram overlap as in the GPT-3 and Llama papers, by covered words. Exact but for collisions of 64-bit hashes:
 * for a million items against 10^9 words fewer than 0.01 wrong runs are to be expected. Memory: at most about 60 bytes for
 * each word of the items, none for the corpus. Time: one look-up for each word of the corpus. Immutable, and safe
 * for concurrent use.
 *
 * <p>Items shorter than n words are found if they occur as a whole, but only from {@code shortest} words on: a run of
 * two or three words proves nothing, so shorter items are never flagged.
 */
public final class OverlapIndex {

    private final int n;
    private final int shortest;
    private final List<Item> items;
    private final int[] words;
    private final Map<Integer, HashTable> tables = new LinkedHashMap<>();
    private final Map<Integer, int[]> owners = new LinkedHashMap<>();
    private final Map<Integer, int[]> starts = new LinkedHashMap<>();

    /**
     * Indexes items.
     *
     * @param n words of a run; 8 finds lightly edited copies, 13 and more only long verbatim ones
     * @param shortest how many words an item needs to be looked for, from 1 to n
     */
    public OverlapIndex(List<Item> items, int n, int shortest) {
        if (n < 1 || shortest < 1 || shortest > n) {
            throw new IllegalArgumentException("runs have at least one word, and short items at most as many");
        }
        this.n = n;
        this.shortest = shortest;
        this.items = List.copyOf(items);
        this.words = new int[items.size()];
        Map<Integer, List<long[]>> runs = new LinkedHashMap<>();
        Map<Integer, List<Integer>> numbers = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            Words text = Words.of(items.get(i).text());
            words[i] = text.size();
            int length = Math.min(n, text.size());
            if (length >= shortest) {
                runs.computeIfAbsent(length, l -> new ArrayList<>()).add(text.runs(length));
                numbers.computeIfAbsent(length, l -> new ArrayList<>()).add(i);
            }
        }
        runs.forEach((length, lists) -> index(length, lists, numbers.getOrDefault(length, List.of())));
    }

    private void index(int length, List<long[]> runs, List<Integer> numbers) {
        int total = runs.stream().mapToInt(list -> list.length).sum();
        HashTable table = new HashTable(total);
        int[] owner = new int[total];
        int[] start = new int[total];
        int place = 0;
        for (int i = 0; i < runs.size(); i++) {
            for (int at = 0; at < runs.get(i).length; at++) {
                table.add(runs.get(i)[at]);
                owner[place] = numbers.get(i);
                start[place++] = at;
            }
        }
        tables.put(length, table);
        owners.put(length, owner);
        starts.put(length, start);
    }

    /** How many words an item needs to be looked for. */
    public int shortest() {
        return shortest;
    }

    /** How many words make a run. */
    public int runLength() {
        return n;
    }

    /**
     * Reads a corpus once, document by document.
     *
     * @return for each item of which some document holds something, the document that holds most; in the items' order
     */
    public List<Finding> scan(Iterable<Document> corpus) {
        Map<Integer, Finding> best = new LinkedHashMap<>();
        for (Document document : corpus) {
            Map<Integer, BitSet> covered = new LinkedHashMap<>();
            Words text = Words.of(document.text());
            tables.forEach((length, table) -> cover(text, length, table, covered));
            covered.forEach((item, places) -> {
                double share = (double) places.cardinality() / words[item];
                Finding before = best.get(item);
                if (before == null || share > before.share()) {
                    best.put(
                            item,
                            new Finding(
                                    items.get(item).id(), document.id(), share, places.nextSetBit(0), places.length()));
                }
            });
        }
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }

    private void cover(Words text, int length, HashTable table, Map<Integer, BitSet> covered) {
        int[] owner = owners.getOrDefault(length, new int[0]);
        int[] start = starts.getOrDefault(length, new int[0]);
        for (long run : text.runs(length)) {
            for (int place = table.first(run); place >= 0; place = table.after(place)) {
                covered.computeIfAbsent(owner[place], i -> new BitSet()).set(start[place], start[place] + length);
            }
        }
    }

    /** The findings of at least this share, which is what counts as contaminated. */
    public static List<Finding> flagged(List<Finding> findings, double share) {
        return findings.stream().filter(finding -> finding.share() >= share).toList();
    }
}
