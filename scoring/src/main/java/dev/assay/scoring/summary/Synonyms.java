package dev.assay.scoring.summary;

import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words mean the same. Immutable. */
public final class Synonyms {

    private static final Synonyms NONE = new Synonyms(Map.of());

    private final Map<String, Set<String>> byWord;

    private Synonyms(Map<String, Set<String>> byWord) {
        this.byWord = byWord;
    }

    /** No word means the same as another one. */
    public static Synonyms none() {
        return NONE;
    }

    /**
     * From groups of words with one meaning. A word may be in several; words of two groups that share a word are no
     * synonyms of each other.
     *
     * @param groups words in any case, separated by white space
     */
    public static Synonyms of(List<String> groups) {
        Map<String, Set<String>> byWord = new HashMap<>();
        for (String group : groups) {
            List<String> words = PythonText.split(PythonText.lower(group));
            words.forEach(
                    word -> byWord.computeIfAbsent(word, w -> new HashSet<>()).addAll(words));
        }
        byWord.replaceAll((word, same) -> Set.copyOf(same));
        return new Synonyms(Map.copyOf(byWord));
    }

    /** Whether the second word is the first one or a synonym of it. */
    boolean same(String word, String other) {
        return word.equals(other) || byWord.getOrDefault(word, Set.of()).contains(other);
    }
}
