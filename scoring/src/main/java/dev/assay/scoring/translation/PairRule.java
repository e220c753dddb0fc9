package dev.assay.scoring.translation;

import java.util.function.IntPredicate;

/**
 * Sets apart two neighbouring characters, scanning from the left and never looking at a character twice, as a global
 * substitution by a pattern of two groups does.
 *
 * @param first which characters may stand first
 * @param second which may stand second
 * @param around where spaces go, beside the one between the two
 */
record PairRule(IntPredicate first, IntPredicate second, Around around) {

    /** The side of the pair that gets a further space. */
    enum Around {
        BEFORE,
        AFTER
    }

    String apply(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int one = text.codePointAt(at);
            at += Character.charCount(one);
            int two = at < text.length() ? text.codePointAt(at) : -1;
            if (two < 0 || !first.test(one) || !second.test(two)) {
                out.appendCodePoint(one);
                continue;
            }
            at += Character.charCount(two);
            switch (around) {
                case BEFORE -> out.append(' ').appendCodePoint(one).append(' ').appendCodePoint(two);
                case AFTER ->
                    out.appendCodePoint(one).append(' ').appendCodePoint(two).append(' ');
            }
        }
        return out.toString();
    }

    /** The text with a space on both sides of each of these characters. */
    static String setApart(String text, IntPredicate characters) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (characters.test(c)) {
                out.append(' ').appendCodePoint(c).append(' ');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }
}
