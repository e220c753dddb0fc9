package dev.assay.scoring.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Character classes and string operations with the meaning that Python 3 gives them.
 *
 * <p>The Unicode version is that of the running JDK; for assigned characters the answers are Python's. Stateless.
 */
public final class PythonText {

    private PythonText() {}

    /** Whether {@code str.isspace()} holds: Unicode white space and the separators U+001C to U+001F. */
    public static boolean isSpace(int codePoint) {
        if (codePoint <= ' ') {
            return codePoint == ' ' || (codePoint >= 0x09 && codePoint <= 0x0D) || (codePoint >= 0x1C);
        }
        return switch (codePoint) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> codePoint >= 0x2000 && codePoint <= 0x200A;
        };
    }

    /**
     * Whether {@code \w} of a Python pattern matches: a letter, a number of any kind, or the underscore. Combining
     * marks are no word characters there, unlike in Java.
     */
    public static boolean isWord(int codePoint) {
        if (codePoint < 0x80) {
            return isAsciiAlphanumeric(codePoint) || codePoint == '_';
        }
        if (Character.isLetter(codePoint)) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** Whether the code point is one of the 32 characters of Python's {@code string.punctuation}. */
    public static boolean isAsciiPunctuation(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7F && !isAsciiAlphanumeric(codePoint);
    }

    /** {@code str.strip()}. */
    public static String strip(String text) {
        int start = 0;
        int end = text.length();
        // Every white space character lies in the basic plane, so single chars are enough here.
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** {@code str.split()} without arguments: the runs between white space, none of them empty. */
    public static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < text.length(); i++) {
            if (isSpace(text.charAt(i))) {
                if (start >= 0) {
                    parts.add(text.substring(start, i));
                    start = -1;
                }
            } else if (start < 0) {
                start = i;
            }
        }
        if (start >= 0) {
            parts.add(text.substring(start));
        }
        return parts;
    }

    /** {@code re.findall(r"\\w+", text)}: the runs of word characters. */
    public static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            int next = at + Character.charCount(text.codePointAt(at));
            if (!isWord(text.codePointAt(at))) {
                if (start < at) {
                    words.add(text.substring(start, at));
                }
                start = next;
            }
            at = next;
        }
        if (start < at) {
            words.add(text.substring(start));
        }
        return words;
    }

    /** {@code str.isupper()}: there is a letter with a case, and none that is not upper case. */
    public static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(c -> Character.isLowerCase(c) || Character.isTitleCase(c));
    }

    /** {@code str.islower()}: there is a letter with a case, and none that is not lower case. */
    public static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
    }

    /** {@code str.lower()}: full Unicode mapping, so that U+0130 becomes two code points; independent of locale. */
    public static String lower(String text) {
        return text.indexOf(CapitalSigma.CAPITAL) < 0 ? text.toLowerCase(Locale.ROOT) : CapitalSigma.lower(text);
    }

    /** {@code str.upper()}: full Unicode mapping, so that U+00DF becomes "SS"; independent of locale. */
    public static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /**
     * {@code str.casefold()}: lower case for comparison, in which "\u00DF" is "ss" and every sigma the same. Cherokee
     * folds to its capitals, as Unicode says.
     */
    public static String casefold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        text.codePoints().forEach(c -> folded.append(c < 0x80 ? lower(Character.toString(c)) : casefold(c)));
        return folded.toString();
    }

    private static String casefold(int codePoint) {
        if ((codePoint >= 0x13A0 && codePoint <= 0x13F5) || codePoint == 0x131) {
            return Character.toString(codePoint);
        }
        if (codePoint >= 0x13F8 && codePoint <= 0x13FD) {
            return Character.toString(codePoint - 8);
        }
        if (codePoint >= 0xAB70 && codePoint <= 0xABBF) {
            return Character.toString(codePoint - 0xAB70 + 0x13A0);
        }
        // Full case folding is the lower case of the upper case; the first step is for the capital sharp s. Each letter
        // of
        // the upper case is taken alone, or the last sigma would become a final one.
        StringBuilder folded = new StringBuilder();
        upper(lower(Character.toString(codePoint)))
                .codePoints()
                .forEach(c -> folded.append(lower(Character.toString(c))));
        return folded.toString();
    }

    /** {@code len(text)}: the number of code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** {@code text.split(separator)}: all parts, empty ones too. */
    public static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            throw new IllegalArgumentException("empty separator");
        }
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** The text without characters of a kind at both ends: {@code str.strip(chars)}. */
    public static String strip(String text, IntPredicate stripped) {
        int start = 0;
        int end = text.length();
        while (start < end && stripped.test(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && stripped.test(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    /** The text without ASCII punctuation, as {@code str.translate} with {@code string.punctuation} leaves it. */
    public static String withoutPunctuation(String text) {
        return without(text, PythonText::isAsciiPunctuation);
    }

    /** The text without the digits 0 to 9, as {@code str.translate} with {@code string.digits} leaves it. */
    public static String withoutDigits(String text) {
        return without(text, c -> c >= '0' && c <= '9');
    }

    private static String without(String text, IntPredicate dropped) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!dropped.test(c)) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    private static boolean isAsciiAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
