package dev.assay.scoring.translation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the n-grams of the texts of one segment, so that equal n-grams of its hypothesis and references have equal
 * numbers. For one thread.
 */
final class Ngrams {

    private final int maximumOrder;
    private final Map<String, Integer> words = new HashMap<>();
    private final Numbering[] byOrder;

    Ngrams(int maximumOrder) {
        this.maximumOrder = maximumOrder;
        byOrder = new Numbering[maximumOrder];
        Arrays.setAll(byOrder, order -> new Numbering());
    }

    /**
     * How often each n-gram occurs in a text.
     *
     * @param byOrder at n - 1 the counts of the n-grams, by number; later texts may know of further numbers
     * @param length of the text in units
     */
    record Counts(int[][] byOrder, int length) {

        int of(int order, int number) {
            int[] counts = byOrder[order - 1];
            return number < counts.length ? counts[number] : 0;
        }

        /** How many n-grams there are, repeats included. */
        int total(int order) {
            return Math.max(0, length - order + 1);
        }

        /** How many n-grams are common with another text, each as often as in both. */
        int common(Counts other, int order) {
            int common = 0;
            int[] mine = byOrder[order - 1];
            int[] theirs = other.byOrder[order - 1];
            for (int i = Math.min(mine.length, theirs.length) - 1; i >= 0; i--) {
                common += Math.min(mine[i], theirs[i]);
            }
            return common;
        }

        /** For each n-gram the greater of the two counts. */
        Counts atLeast(Counts other) {
            int[][] most = new int[byOrder.length][];
            for (int n = 0; n < most.length; n++) {
                most[n] = Arrays.copyOf(byOrder[n], Math.max(byOrder[n].length, other.byOrder[n].length));
                for (int i = 0; i < other.byOrder[n].length; i++) {
                    most[n][i] = Math.max(most[n][i], other.byOrder[n][i]);
                }
            }
            return new Counts(most, Math.max(length, other.length));
        }
    }

    Counts ofWords(List<String> text) {
        return count(text.stream()
                .mapToInt(word -> words.computeIfAbsent(word, unseen -> words.size()))
                .toArray());
    }

    Counts ofCodePoints(String text) {
        return count(text.codePoints().toArray());
    }

    private Counts count(int[] units) {
        int[][] counts = new int[maximumOrder][];
        // An n-gram is the pair of the (n-1)-gram at its start and the unit at its end.
        int[] grams = new int[units.length];
        for (int n = 0; n < maximumOrder; n++) {
            int places = Math.max(0, units.length - n);
            for (int i = 0; i < places; i++) {
                grams[i] = byOrder[n].of(((long) grams[i] << 32) | units[i + n]);
            }
            counts[n] = new int[byOrder[n].size()];
            for (int i = 0; i < places; i++) {
                counts[n][grams[i]]++;
            }
        }
        return new Counts(counts, units.length);
    }
}
