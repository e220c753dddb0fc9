package dev.assay.scoring.sentence;

import dev.assay.scoring.text.PythonText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Splits English text into words and marks, as NLTK's {@code word_tokenize} (3.8) does: sentence by sentence, with the
 * clitics of "don't" and "she's" apart and double quotes as `` and ''.
 *
 * <p>Immutable and thread-safe. Its rules are applied one after the other, each to what the one before left.
 */
public final class WordTokenizer {

    private static final List<Substitution> RULES = Stream.of(
                    openingQuotes(), punctuation(), closingQuotes(), clitics())
            .flatMap(List::stream)
            .toList();

    private final SentenceSplitter sentences;

    public WordTokenizer(SentenceSplitter sentences) {
        this.sentences = sentences;
    }

    /** With the sentence parameters for English that are built in. */
    public static WordTokenizer english() {
        return new WordTokenizer(SentenceSplitter.english());
    }

    /** The words and marks in order. @throws PatternLimitException if a sentence is far too long */
    public List<String> words(String text) {
        return sentences.split(text).stream()
                .flatMap(sentence -> wordsOfSentence(sentence).stream())
                .toList();
    }

    private static List<String> wordsOfSentence(String sentence) {
        String spaced = sentence;
        for (Substitution rule : RULES) {
            spaced = rule.apply(spaced);
        }
        return PythonText.split(spaced);
    }

    private static List<Substitution> openingQuotes() {
        return List.of(
                Substitution.of("([«“‘„]|[`]+)", " \\1 "),
                Substitution.of("^\\\"", "``"),
                Substitution.of("(``)", " \\1 "),
                Substitution.of("([ (\\[{<])(\"|'{2})", "\\1 `` "),
                Substitution.of("(?i)(')(?!re|ve|ll|m|t|s|d|n)(\\w)\\b", "\\1 \\2"));
    }

    private static List<Substitution> punctuation() {
        return List.of(
                // The last full stop of the sentence, and what closes after it.
                Substitution.of("([^.])(\\.)([\\])}>\"'»”’ ]*)\\s*$", "\\1 \\2 \\3 "),
                Substitution.of("([:,])([^\\d])", " \\1 \\2"),
                Substitution.of("([:,])$", " \\1 "),
                Substitution.of("\\.{2,}", " \\0 "),
                Substitution.of("[;@#$%&]", " \\0 "),
                Substitution.of("([^.])(\\.)([\\])}>\"']*)\\s*$", "\\1 \\2\\3 "),
                Substitution.of("[?!]", " \\0 "),
                Substitution.of("([^'])' ", "\\1 ' "),
                Substitution.of("[*]", " \\0 "),
                Substitution.of("[\\]\\[(){}<>]", " \\0 "),
                Substitution.of("--", " -- "));
    }

    private static List<Substitution> closingQuotes() {
        return List.of(
                // A blank on both sides of the whole makes the rules for blanks hold at its ends too.
                Substitution.of("(?s)^(.*)\\Z", " \\1 "),
                Substitution.of("([»”’])", " \\1 "),
                Substitution.of("''", " '' "),
                Substitution.of("\"", " '' "),
                Substitution.of("([^' ])('[sS]|'[mM]|'[dD]|') ", "\\1 \\2 "),
                Substitution.of("([^' ])('ll|'LL|'re|'RE|'ve|'VE|n't|N'T) ", "\\1 \\2 "));
    }

    private static List<Substitution> clitics() {
        return Stream.of(
                        "(?i)\\b(can)(not)\\b",
                        "(?i)\\b(d)('ye)\\b",
                        "(?i)\\b(gim)(me)\\b",
                        "(?i)\\b(gon)(na)\\b",
                        "(?i)\\b(got)(ta)\\b",
                        "(?i)\\b(lem)(me)\\b",
                        "(?i)\\b(more)('n)\\b",
                        "(?i)\\b(wan)(na)(?=\\s)",
                        "(?i) ('t)(is)\\b",
                        "(?i) ('t)(was)\\b")
                .map(pattern -> Substitution.of(pattern, " \\1 \\2 "))
                .toList();
    }
}
