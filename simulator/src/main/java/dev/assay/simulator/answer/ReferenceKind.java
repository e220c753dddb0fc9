package dev.assay.simulator.answer;

import java.util.Locale;
import java.util.Set;

/** What sort of thing a right answer is; decides what a plausible wrong one looks like. */
enum ReferenceKind {
    NUMBER,
    CHOICE,
    TWO_WAY,
    TEXT;

    private static final Set<String> TWO_WAY_WORDS = Set.of("true", "false", "yes", "no");
    private static final int LONGEST_NUMBER = 24;

    static ReferenceKind of(String reference) {
        String text = reference.strip();
        if (isChoice(text)) {
            return CHOICE;
        }
        if (TWO_WAY_WORDS.contains(text.toLowerCase(Locale.ROOT))) {
            return TWO_WAY;
        }
        return Figure.parse(text).isPresent() && text.length() <= LONGEST_NUMBER ? NUMBER : TEXT;
    }

    private static boolean isChoice(String text) {
        char letter = text.length() == 3 && text.charAt(0) == '(' && text.charAt(2) == ')'
                ? text.charAt(1)
                : text.length() == 1 ? text.charAt(0) : ' ';
        return (letter >= 'A' && letter <= 'J') || (letter >= 'a' && letter <= 'j');
    }
}
