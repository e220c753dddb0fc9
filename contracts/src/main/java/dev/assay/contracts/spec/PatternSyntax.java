package dev.assay.contracts.spec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the slips of the pen in a regular expression of Python's syntax: what is opened and not closed, closed and not
 * opened, repeated without being there, or a range whose end is before its begin. Refuses by name what cannot be
 * matched in linear time, and what is longer than the scorer reads, so that no call is paid for a pattern that never
 * finds anything. Rarer faults are for the scorer to find.
 */
final class PatternSyntax {

    private static final int LONGEST = 2_000;
    private static final int MOST_REPEATS = 1_000;
    private static final Pattern TIMES = Pattern.compile("\\{([0-9]*)(?:(,)([0-9]*))?\\}");
    private static final String LINEAR = " cannot be matched in linear time";

    private final String pattern;
    private int at;
    private int depth;
    /** Whether something stands before this place that can be repeated. */
    private boolean repeatable;

    private PatternSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** A clause, or null if nothing was found. */
    static @Nullable String complaint(String pattern) {
        if (pattern.isEmpty() || pattern.length() > LONGEST) {
            return "must be a regular expression of 1 to " + LONGEST + " characters";
        }
        String found = new PatternSyntax(pattern).scan();
        return found == null ? null : "must be a regular expression, but " + found;
    }

    private @Nullable String scan() {
        String found = null;
        while (found == null && at < pattern.length()) {
            int begin = at;
            char c = pattern.charAt(at++);
            found = switch (c) {
                case '\\' -> escape(begin);
                case '[' -> members(begin);
                case '(' -> group(begin);
                case ')' -> close(begin);
                case '|', '^', '$' -> {
                    repeatable = false;
                    yield null;
                }
                case '*', '+', '?' -> mark(c, begin);
                case '{' -> times(begin);
                default -> {
                    repeatable = true;
                    yield null;
                }
            };
        }
        return found == null && depth > 0 ? depth + (depth == 1 ? " ( is" : " ( are") + " never closed" : found;
    }

    private @Nullable String close(int begin) {
        repeatable = true;
        if (depth == 0) {
            return "the )" + at(begin) + " closes nothing";
        }
        depth--;
        return null;
    }

    private @Nullable String escape(int begin) {
        if (at == pattern.length()) {
            return "ends with a backslash";
        }
        char escaped = pattern.charAt(at++);
        repeatable = true;
        return escaped >= '1' && escaped <= '9' ? "the back-reference" + at(begin) + LINEAR : null;
    }

    /** After the bracket. A closing bracket right at the beginning is a member. */
    private @Nullable String members(int begin) {
        repeatable = true;
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < pattern.length()) {
            if (pattern.charAt(at) == ']' && at > first) {
                at++;
                return null;
            }
            int from = member();
            boolean range = at + 1 < pattern.length() && pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']';
            if (range) {
                int start = at - 1;
                at++;
                int to = member();
                if (from >= 0 && to >= 0 && to < from) {
                    return "the range " + pattern.substring(start, at) + at(start) + " ends before it begins";
                }
            }
        }
        return "the [" + at(begin) + " is never closed";
    }

    /** The code of a member that stands for itself, or -1 for an escaped one. */
    private int member() {
        char c = pattern.charAt(at++);
        if (c == '\\') {
            at++;
            return -1;
        }
        return Character.isSurrogate(c) ? -1 : c;
    }

    /** The question mark of {@code (?:}, {@code (?P<name>} and so on repeats nothing. */
    private @Nullable String group(int begin) {
        depth++;
        repeatable = false;
        if (!pattern.startsWith("?", at)) {
            return null;
        }
        at++;
        if (pattern.startsWith("P=", at)) {
            return "the back-reference" + at(begin) + LINEAR;
        }
        if (pattern.startsWith("(", at)) {
            return "the conditional" + at(begin) + LINEAR;
        }
        return pattern.startsWith(">", at) ? "the atomic group" + at(begin) + LINEAR : null;
    }

    private @Nullable String mark(char mark, int begin) {
        return repeatable ? afterRepetition(begin) : "the " + mark + at(begin) + " repeats nothing";
    }

    /** A brace that says no number of times stands for itself. */
    private @Nullable String times(int begin) {
        Matcher times = TIMES.matcher(pattern).region(begin, pattern.length());
        if (!repeatable || !times.lookingAt() || (times.group(1).isEmpty() && times.group(2) == null)) {
            repeatable = true;
            return null;
        }
        at = times.end();
        int least = number(times.group(1), 0);
        int most = times.group(2) == null ? least : number(times.group(3), Integer.MAX_VALUE);
        if (least > MOST_REPEATS || (most > MOST_REPEATS && most < Integer.MAX_VALUE)) {
            return "the repetition" + at(begin) + " goes beyond " + MOST_REPEATS;
        }
        if (most < least) {
            return "the repetition" + at(begin) + " has a maximum below its minimum";
        }
        return afterRepetition(begin);
    }

    private static int number(String digits, int absent) {
        if (digits.isEmpty()) {
            return absent;
        }
        return digits.length() > 6 ? MOST_REPEATS + 1 : Integer.parseInt(digits);
    }

    /** A question mark behind a repetition makes it lazy, a plus possessive. */
    private @Nullable String afterRepetition(int begin) {
        repeatable = false;
        if (pattern.startsWith("+", at)) {
            return "the possessive repetition" + at(begin) + LINEAR;
        }
        if (pattern.startsWith("?", at)) {
            at++;
        }
        return null;
    }

    private static String at(int index) {
        return " at character " + (index + 1);
    }
}
