package dev.assay.scoring.choice;

import dev.assay.scoring.pattern.Match;
import dev.assay.scoring.pattern.SafePattern;
import dev.assay.scoring.text.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds an option by a pattern, else by the options' texts, else by a letter after a colon, and writes it "(A)".
 *
 * <p>Source: lm-evaluation-harness, {@code filters/extraction.py}, {@code MultiChoiceRegexFilter}. Of several matches
 * {@code match} says which counts: from 0 from the front, from -1 from the end. Case, punctuation (all of Unicode's) and
 * given patterns are ignored on both sides where options' texts are looked for, and nowhere else. Thread-safe.
 *
 * @param pattern looked for first; a match of it is taken as it is
 * @param match which of several matches counts
 * @param ignored removed from answer and options before their texts are compared
 */
public record OptionPattern(
        SafePattern pattern, int match, boolean ignoreCase, boolean ignorePunctuation, List<SafePattern> ignored) {

    private static final int LETTERS = 26;

    public OptionPattern {
        ignored = List.copyOf(ignored);
    }

    /**
     * What was found: "(A)" if by an option, else what the pattern matched.
     *
     * @param choices the options' texts, at most 26
     * @throws IllegalArgumentException if there are more
     * @throws dev.assay.scoring.pattern.PatternLimitException if the texts are very long
     */
    public Optional<String> find(String answer, List<String> choices) {
        if (choices.size() > LETTERS) {
            throw new IllegalArgumentException("at most 26 options have a letter");
        }
        return find(pattern, answer, Map.of()).or(() -> byText(answer, choices)).or(() -> byLetter(answer, choices));
    }

    private Optional<String> byText(String answer, List<String> choices) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            letters.put(folded(PythonText.strip(choices.get(i))), "(" + (char) ('A' + i) + ")");
        }
        List<String> found = occurrences(folded(answer), List.copyOf(letters.keySet()));
        int place = match >= 0 ? match : found.size() + match;
        if (place < 0 || place >= found.size()) {
            return Optional.empty();
        }
        String text = PythonText.strip(found.get(place));
        return text.isEmpty() ? Optional.empty() : Optional.of(letters.getOrDefault(text, text));
    }

    /** All that do not overlap, from the left; where several begin at one place, the first in the list. */
    private static List<String> occurrences(String text, List<String> searched) {
        List<String> found = new ArrayList<>();
        int at = 0;
        while (at <= text.length()) {
            int here = at;
            Optional<String> next = searched.stream()
                    .filter(candidate -> text.startsWith(candidate, here))
                    .findFirst();
            next.ifPresent(found::add);
            at += Math.max(1, next.map(String::length).orElse(1));
        }
        return found;
    }

    private Optional<String> byLetter(String answer, List<String> choices) {
        Map<String, String> letters = new LinkedHashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            String letter = Character.toString('A' + i);
            letters.put(letter, "(" + letter + ")");
        }
        String any = letters.keySet().stream().collect(Collectors.joining("|"));
        return find(SafePattern.compile(":[\\s]*(" + any + ")"), answer, letters);
    }

    /** Empty also if what matched is blank: the reference goes on looking then. */
    private Optional<String> find(SafePattern searched, String text, Map<String, String> letters) {
        return chosen(searched, text)
                .flatMap(Match::answer)
                .map(PythonText::strip)
                .filter(found -> !found.isEmpty())
                .map(found -> letters.getOrDefault(found, found));
    }

    private Optional<Match> chosen(SafePattern searched, String text) {
        if (match >= 0) {
            return searched.nth(text, match);
        }
        List<Match> all = searched.all(text);
        return -match <= all.size() ? Optional.of(all.get(all.size() + match)) : Optional.empty();
    }

    private String folded(String text) {
        String folded = text;
        for (SafePattern removed : ignored) {
            folded = removed.removeFrom(folded);
        }
        if (ignoreCase) {
            folded = PythonText.lower(folded);
        }
        return ignorePunctuation ? withoutPunctuation(folded) : folded;
    }

    private static String withoutPunctuation(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isPunctuation(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
