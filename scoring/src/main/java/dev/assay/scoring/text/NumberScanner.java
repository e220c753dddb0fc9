package dev.assay.scoring.text;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Reads one {@link WrittenNumber} whose first digit (or decimal point) stands at a given place. */
final class NumberScanner {

    private final String text;
    private final StringBuilder digits = new StringBuilder();
    private int at;

    private NumberScanner(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /**
     * What was read.
     *
     * @param number null if it is too long or too large to be looked at
     * @param end after its last character
     */
    record Reading(@Nullable WrittenNumber number, int end) {}

    /** The number whose digits start exactly here; null if none do. Sign and currency are looked for to the left. */
    static @Nullable Reading at(String text, int from) {
        boolean point = text.charAt(from) == '.';
        if (point ? !isDigit(text, from + 1) || isDigitOrPoint(text, from - 1) : !isDigit(text, from)) {
            return null;
        }
        return new NumberScanner(text, from).read(from);
    }

    static boolean isCurrency(int c) {
        return Character.getType(c) == Character.CURRENCY_SYMBOL;
    }

    private Reading read(int from) {
        whole();
        if (charAt(at) == '.' && isDigit(text, at + 1)) {
            digits.append('.');
            at++;
            run();
        }
        exponent();
        int end = at;
        boolean percent = charAt(end) == '%';
        if (percent) {
            end++;
        } else if (isBlank(charAt(end)) && charAt(end + 1) == '%') {
            percent = true;
            end += 2;
        }
        int start = signedStart(from);
        BigDecimal value = value(start, from);
        return new Reading(value == null ? null : new WrittenNumber(value, percent, start, end), end);
    }

    private @Nullable BigDecimal value(int start, int from) {
        if (digits.length() > WrittenNumber.MAXIMUM_DIGITS) {
            return null;
        }
        BigDecimal value = new BigDecimal(digits.toString());
        if (Math.abs((long) value.scale()) > WrittenNumber.MAXIMUM_DIGITS) {
            return null;
        }
        boolean negative = text.substring(start, from).chars().anyMatch(NumberScanner::isMinus);
        return negative ? value.negate() : value;
    }

    /** Digits, with separators where they group by three (or, as in India, by two and at last by three). */
    private void whole() {
        int first = at;
        run();
        char separator = charAt(at);
        if (!isSeparator(separator) || at - first > 3) {
            return;
        }
        int groups = groups(at, separator, 3);
        if (groups == at && at - first <= 2) {
            groups = indianGroups(at, separator);
        }
        while (at < groups) {
            at++;
            run();
        }
    }

    /** Where a sequence of separator-and-three-digits ends, or {@code from} if there is none or it does not end there. */
    private int groups(int from, char separator, int size) {
        int i = from;
        while (charAt(i) == separator && digitsFrom(i + 1) == size) {
            i += 1 + size;
        }
        return charAt(i) == separator && isDigit(text, i + 1) ? from : i;
    }

    private int indianGroups(int from, char separator) {
        int i = from;
        while (charAt(i) == separator && digitsFrom(i + 1) == 2) {
            i += 3;
        }
        if (i == from) {
            return from;
        }
        int end = groups(i, separator, 3);
        return end == i + 4 ? end : from;
    }

    private int digitsFrom(int from) {
        int i = from;
        while (isDigit(text, i)) {
            i++;
        }
        return i - from;
    }

    private void exponent() {
        char e = charAt(at);
        if (e != 'e' && e != 'E') {
            return;
        }
        int sign = charAt(at + 1) == '+' || isMinus(charAt(at + 1)) ? 1 : 0;
        int length = digitsFrom(at + 1 + sign);
        // Nine digits always fit an int; the size of the exponent itself is checked by the caller.
        if (length == 0 || length > 9) {
            return;
        }
        digits.append('e');
        if (sign == 1) {
            digits.append(charAt(at + 1) == '+' ? '+' : '-');
        }
        at += 1 + sign;
        run();
    }

    private void run() {
        while (isDigit(text, at)) {
            digits.append((char) ('0' + Character.digit(text.charAt(at), 10)));
            at++;
        }
    }

    /** Takes a currency sign and a sign into the number, in either order. */
    private int signedStart(int from) {
        int start = from;
        if (isCurrency(charAt(start - 1))) {
            start--;
        } else if (isBlank(charAt(start - 1)) && isCurrency(charAt(start - 2))) {
            start -= 2;
        }
        if (isSign(charAt(start - 1)) && standsAlone(start - 1)) {
            start--;
        }
        if (start < from && isSign(charAt(start)) && isCurrency(charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private boolean standsAlone(int sign) {
        if (sign == 0) {
            return true;
        }
        int before = text.codePointBefore(sign);
        return !PythonText.isWord(before) && before != ')' && before != ']' && before != '}' && before != '%';
    }

    private char charAt(int i) {
        return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
    }

    private static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
    }

    private static boolean isDigitOrPoint(String text, int i) {
        return isDigit(text, i) || (i >= 0 && text.charAt(i) == '.');
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\u00A0' || c == '\u202F';
    }

    private static boolean isSeparator(char c) {
        return c == ',' || c == '\u00A0' || c == '\u2009' || c == '\u202F' || c == '\'' || c == '\u2019';
    }

    private static boolean isSign(int c) {
        return c == '+' || isMinus(c);
    }

    private static boolean isMinus(int c) {
        return c == '-' || c == '\u2212';
    }
}
