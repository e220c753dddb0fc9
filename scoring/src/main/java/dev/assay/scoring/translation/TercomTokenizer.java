package dev.assay.scoring.translation;

import dev.assay.scoring.text.PythonText;
import java.util.function.IntPredicate;

/**
 * How TER cuts a segment into words. Stateless.
 *
 * <p>Source: Tercom's Normalizer as sacreBLEU 2 has it, {@code tokenizers/tokenizer_ter.py}.
 *
 * @param normalized whether punctuation is set apart and escapes are resolved
 * @param withoutPunctuation whether common punctuation is removed
 * @param asian whether both also look at East Asian characters
 * @param caseSensitive whether case is kept
 */
public record TercomTokenizer(boolean normalized, boolean withoutPunctuation, boolean asian, boolean caseSensitive) {

    /** The text with single spaces between words. */
    public String tokenize(String text) {
        String sentence = caseSensitive ? text : PythonText.lower(text);
        if (normalized && !text.isEmpty()) {
            sentence = western(sentence);
            if (asian) {
                // Kana should be split from what surrounds them too, but the patterns that are meant to do so look for
                // them at the very start of the text, where a space has just been put: they never match.
                sentence = PairRule.setApart(sentence, c -> isIdeograph(c) || isAsianPunctuation(c));
            }
        }
        if (withoutPunctuation) {
            sentence = without(sentence, c -> isPunctuation(c) || (asian && isAsianPunctuation(c)));
        }
        return String.join(" ", PythonText.split(sentence));
    }

    private static String western(String text) {
        String line = WesternRules.unescape(text.replace("\n-", "").replace('\n', ' '));
        String symbols = WesternRules.splitSymbols(" " + line + " ");
        return WesternRules.splitPeriodsAndDashes(symbols.replace("'s ", " 's "));
    }

    private static String without(String text, IntPredicate characters) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(characters.negate()).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isPunctuation(int c) {
        return switch (c) {
            case '.', ',', '?', ':', ';', '!', '"', '(', ')' -> true;
            default -> false;
        };
    }

    private static boolean isAsianPunctuation(int c) {
        return switch (c) {
            case 0x3001, 0x3002, 0x30FB -> true;
            case 0xFF0E, 0xFF0C, 0xFF1F, 0xFF1A, 0xFF1B, 0xFF01, 0xFF02, 0xFF08, 0xFF09 -> true;
            default -> (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF61 && c <= 0xFF65);
        };
    }

    private static boolean isIdeograph(int c) {
        // The range from 3200 is meant to end at 32FF; the slip is part of published scores.
        return (c >= 0x4E00 && c <= 0x9FFF)
                || (c >= 0x3200 && c <= 0x4DBF)
                || (c >= 0x31C0 && c <= 0x31EF)
                || (c >= 0x2E80 && c <= 0x2EFF)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F);
    }
}
