package dev.assay.benchmarks.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What Python's str does, as far as methods and filters need it. No result is longer than the limit. */
final class PythonStrings {

    private static final Pattern TITLE_BREAK = Pattern.compile("[-\\s({\\[<]+");

    private final int maxChars;

    PythonStrings(TemplateLimits limits) {
        this.maxChars = limits.maxOutputChars();
    }

    static String strip(String text, @Nullable String chars, boolean left, boolean right) {
        int from = 0;
        int to = text.length();
        while (left && from < to && stripped(text.codePointAt(from), chars)) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (right && from < to && stripped(text.codePointBefore(to), chars)) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    private static boolean stripped(int c, @Nullable String chars) {
        return chars == null ? isSpace(c) : chars.indexOf(c) >= 0;
    }

    /** As {@code str.isspace} has it. */
    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    /** At most {@code most} cuts, without limit if negative; a separator of null means runs of white space. */
    static List<Object> split(String text, @Nullable String separator, int most) {
        List<Object> parts = new ArrayList<>();
        if (separator == null) {
            String rest = strip(text, null, true, false);
            while (!rest.isEmpty()) {
                int end = 0;
                while (end < rest.length() && !isSpace(rest.charAt(end))) {
                    end++;
                }
                if (end == rest.length() || parts.size() == most) {
                    parts.add(strip(rest, null, false, parts.size() < most || most < 0));
                    break;
                }
                parts.add(rest.substring(0, end));
                rest = strip(rest.substring(end), null, true, false);
            }
            return parts;
        }
        checkSeparator(separator);
        int from = 0;
        int at = text.indexOf(separator);
        while (at >= 0 && parts.size() != most) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
            at = text.indexOf(separator, from);
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** As {@link #split} with a separator, but cuts from the end. */
    static List<Object> splitFromEnd(String text, String separator, int most) {
        checkSeparator(separator);
        List<Object> parts = new ArrayList<>();
        int to = text.length();
        int at = text.lastIndexOf(separator);
        while (at >= 0 && parts.size() != most) {
            parts.addFirst(text.substring(at + separator.length(), to));
            to = at;
            at = text.lastIndexOf(separator, to - separator.length());
        }
        parts.addFirst(text.substring(0, to));
        return parts;
    }

    private static void checkSeparator(String separator) {
        if (separator.isEmpty()) {
            throw new ExpressionFault("split needs a separator that is not empty", "name the text to split at");
        }
    }

    static List<Object> splitLines(String text) {
        List<Object> lines = new ArrayList<>();
        Matcher line = Pattern.compile("\r\n|[\n\r\u000B\f\u001C\u001D\u001E\u0085\u2028\u2029]")
                .matcher(text);
        int from = 0;
        while (line.find()) {
            lines.add(text.substring(from, line.start()));
            from = line.end();
        }
        if (from < text.length()) {
            lines.add(text.substring(from));
        }
        return lines;
    }

    static String capitalize(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int first = Character.charCount(text.codePointAt(0));
        return text.substring(0, first).toUpperCase(Locale.ROOT)
                + text.substring(first).toLowerCase(Locale.ROOT);
    }

    /** {@code str.title}: a letter after a letter is small, any other large. */
    static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            out.appendCodePoint(inside ? Character.toLowerCase(c) : Character.toTitleCase(c));
            inside = Character.isLetter(c);
        }
        return out.toString();
    }

    /** Jinja's filter {@code title}: words begin after white space, hyphens and opening brackets only. */
    static String titleWords(String text) {
        StringBuilder out = new StringBuilder();
        Matcher gap = TITLE_BREAK.matcher(text);
        int from = 0;
        while (gap.find()) {
            out.append(capitalize(text.substring(from, gap.start()))).append(gap.group());
            from = gap.end();
        }
        return out.append(capitalize(text.substring(from))).toString();
    }

    /** At most {@code most} replacements, all if negative. */
    String replace(String text, String old, String with, int most) {
        if (old.isEmpty()) {
            throw new ExpressionFault("replace needs a text to look for that is not empty", "name it");
        }
        StringBuilder out = new StringBuilder();
        int from = 0;
        int at = text.indexOf(old);
        for (int done = 0; at >= 0 && done != most; done++) {
            append(out, text.substring(from, at));
            append(out, with);
            from = at + old.length();
            at = text.indexOf(old, from);
        }
        return append(out, text.substring(from)).toString();
    }

    String join(String separator, List<?> parts) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            append(out, i == 0 ? "" : separator);
            append(out, PythonText.str(parts.get(i)));
        }
        return out.toString();
    }

    String pad(String text, int width, int fill, Side side) {
        int missing = width - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (missing > maxChars) {
            throw ExpressionFault.tooLong(maxChars);
        }
        int left = switch (side) {
            case LEFT -> missing;
            case RIGHT -> 0;
            case BOTH -> missing / 2 + (missing & width & 1);
        };
        return Character.toString(fill).repeat(left)
                + text
                + Character.toString(fill).repeat(missing - left);
    }

    /** Where {@link #pad} puts the filling. */
    enum Side {
        LEFT,
        RIGHT,
        BOTH
    }

    StringBuilder append(StringBuilder out, String part) {
        if (out.length() + part.length() > maxChars) {
            throw ExpressionFault.tooLong(maxChars);
        }
        return out.append(part);
    }
}
