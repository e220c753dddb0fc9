package dev.assay.scoring.summary;

import dev.assay.scoring.text.PythonText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which words mean the same. Implementations are safe for concurrent use. */
@FunctionalInterface
public interface Synonyms {

    /**
     * The words that mean the same as a word. Whether the word itself is among them makes no difference.
     *
     * @param word in lower case, usually a stem; any text may come
     */
    Set<String> of(String word);

    /** No word means the same as another one. */
    static Synonyms none() {
        return word -> Set.of();
    }

    /**
     * From groups of words with one meaning. A word may be in several; words of two groups that share a word are no
     * synonyms of each other.
     *
     * @param groups words in any case, separated by white space
     */
    static Synonyms of(List<String> groups) {
        Map<String, Set<String>> byWord = new HashMap<>();
        for (String group : groups) {
            List<String> words = PythonText.split(PythonText.lower(group));
            words.forEach(
                    word -> byWord.computeIfAbsent(word, w -> new HashSet<>()).addAll(words));
        }
        byWord.replaceAll((word, same) -> Set.copyOf(same));
        return word -> byWord.getOrDefault(word, Set.of());
    }

    /** The synonyms of both. */
    default Synonyms or(Synonyms other) {
        return word -> {
            Set<String> words = new HashSet<>(of(word));
            words.addAll(other.of(word));
            return words;
        };
    }
}
