package dev.assay.cli.text;

import dev.assay.scoring.edit.EditDistance;
import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;

/** What somebody probably meant by a word that is not known. */
public final class NearWords {

    private NearWords() {}

    /**
     * The nearest known words, in order: those with the fewest edits (insert, delete, replace, swap of neighbours), if
     * these are at most a third of the longer word, or one.
     */
    public static List<String> of(String wanted, Collection<String> known) {
        ToIntFunction<String> distance = word -> EditDistance.damerauLevenshtein(wanted, word);
        List<String> near = known.stream()
                .filter(word -> distance.applyAsInt(word) <= Math.max(1, Math.max(wanted.length(), word.length()) / 3))
                .toList();
        int least = near.stream().mapToInt(distance).min().orElse(0);
        return near.stream()
                .filter(word -> distance.applyAsInt(word) == least)
                .sorted()
                .toList();
    }
}
