package dev.assay.scoring.text;

import java.util.Locale;

/**
 * Lower case of texts with the Greek letter that has two small forms, by the rule of the Unicode standard (chapter 3.13,
 * Final_Sigma): the final form is for the end of a word. The JDK has its own notion of where words end.
 */
final class CapitalSigma {

    static final char CAPITAL = '\u03a3';
    private static final char SMALL = '\u03c3';
    private static final char SMALL_FINAL = '\u03c2';

    /** What stands inside of words without being a letter: word-break classes MidLetter, MidNumLet, Single_Quote. */
    private static final String INSIDE_WORDS =
            "'.:\u00b7\u0387\u055f\u05f4\u2018\u2019\u2024\u2027" + "\ufe13\ufe52\ufe55\uff07\uff0e\uff1a";

    private CapitalSigma() {}

    static String lower(String text) {
        StringBuilder lower = new StringBuilder(text.length());
        int from = 0;
        for (int at = text.indexOf(CAPITAL); at >= 0; at = text.indexOf(CAPITAL, from)) {
            lower.append(text.substring(from, at).toLowerCase(Locale.ROOT));
            lower.append(isFinal(text, at) ? SMALL_FINAL : SMALL);
            from = at + 1;
        }
        return lower.append(text.substring(from).toLowerCase(Locale.ROOT)).toString();
    }

    private static boolean isFinal(String text, int at) {
        int before = at;
        while (before > 0 && isIgnorable(text.codePointBefore(before))) {
            before -= Character.charCount(text.codePointBefore(before));
        }
        if (before == 0 || !isCased(text.codePointBefore(before))) {
            return false;
        }
        int after = at + 1;
        while (after < text.length() && isIgnorable(text.codePointAt(after))) {
            after += Character.charCount(text.codePointAt(after));
        }
        return after == text.length() || !isCased(text.codePointAt(after));
    }

    private static boolean isCased(int c) {
        return Character.isLowerCase(c) || Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    private static boolean isIgnorable(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL -> true;
            default -> INSIDE_WORDS.indexOf(c) >= 0;
        };
    }
}
