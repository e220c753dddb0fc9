package dev.assay.scoring.instruction;

import dev.assay.scoring.pattern.PatternException;
import dev.assay.scoring.pattern.SafePattern;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Patterns of words that come with an item.
 *
 * <p>The reference puts such words into patterns as they are, so that "a.b" matches "axb"; so do we. In "C++" it sees a
 * possessive quantifier, which is read as a greedy one here. A word that is no pattern, over which the reference breaks,
 * stands for itself.
 */
final class WordPattern {

    private WordPattern() {}

    static SafePattern of(String word, boolean ignoreCase) {
        return within(word, ignoreCase, pattern -> pattern);
    }

    /** @param surroundings what the word stands in */
    static SafePattern within(String word, boolean ignoreCase, UnaryOperator<String> surroundings) {
        return compile(surroundings.apply(word), ignoreCase)
                .or(() -> compile(surroundings.apply(greedy(word)), ignoreCase))
                .orElseGet(() -> SafePattern.compile(surroundings.apply(SafePattern.quote(word)), ignoreCase));
    }

    private static Optional<SafePattern> compile(String pattern, boolean ignoreCase) {
        try {
            return Optional.of(SafePattern.compile(pattern, ignoreCase));
        } catch (PatternException noPattern) {
            return Optional.empty();
        }
    }

    private static String greedy(String word) {
        return word.replace("++", "+").replace("*+", "*").replace("?+", "?");
    }
}
