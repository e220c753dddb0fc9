package dev.assay.contracts.spec;

import org.jspecify.annotations.Nullable;

/**
 * Finds the slips of the pen in a regular expression of Python's syntax: what is opened and not closed, closed and not
 * opened, or repeated without being there. Whether the scorer can run it is for the scorer to say.
 */
final class PatternSyntax {

    private static final int LONGEST = 2_000;

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
        while (at < pattern.length()) {
            int begin = at;
            char c = pattern.charAt(at++);
            switch (c) {
                case '\\' -> {
                    if (at == pattern.length()) {
                        return "ends with a backslash";
                    }
                    at++;
                    repeatable = true;
                }
                case '[' -> {
                    if (!skipClass()) {
                        return "the [ at character " + (begin + 1) + " is never closed";
                    }
                    repeatable = true;
                }
                case '(' -> {
                    depth++;
                    repeatable = false;
                    skipGroupHead();
                }
                case ')' -> {
                    if (depth-- == 0) {
                        return "the ) at character " + (begin + 1) + " closes nothing";
                    }
                    repeatable = true;
                }
                case '|' -> repeatable = false;
                case '*', '+', '?' -> {
                    if (!repeatable) {
                        return "the " + c + " at character " + (begin + 1) + " repeats nothing";
                    }
                    skipMark();
                }
                default -> repeatable = true;
            }
        }
        return depth == 0 ? null : depth + (depth == 1 ? " ( is" : " ( are") + " never closed";
    }

    /** After the bracket. A closing bracket right at the beginning is a member. */
    private boolean skipClass() {
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        int first = at;
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            if (c == '\\') {
                at++;
            } else if (c == ']' && at - 1 > first) {
                return true;
            }
        }
        return false;
    }

    /** The question mark of {@code (?:}, {@code (?P<name>} and so on repeats nothing. */
    private void skipGroupHead() {
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
    }

    /** A second mark behind the first makes it lazy or possessive. */
    private void skipMark() {
        if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
            at++;
        }
    }
}
