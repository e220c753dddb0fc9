package dev.assay.benchmarks.template;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list as Python prints it, such as {@code ['it', "it's", 3, None]}: what a template writes that ends in a list.
 * Tuples and nested lists are read too, mappings are not. Used once.
 */
public final class PythonLiteral {

    private static final int MOST_DEPTH = 20;

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The list that the whole text is, or nothing if it is none; then the text stands for itself. */
    public static Optional<List<@Nullable Object>> list(String text) {
        String stripped = text.strip();
        if (!stripped.startsWith("[") || !stripped.endsWith("]")) {
            return Optional.empty();
        }
        PythonLiteral literal = new PythonLiteral(stripped);
        try {
            Object value = literal.value(0);
            return literal.at == stripped.length() && value instanceof List<?> list
                    ? Optional.of(Collections.unmodifiableList(list))
                    : Optional.empty();
        } catch (NotALiteral e) {
            return Optional.empty();
        }
    }

    private @Nullable Object value(int depth) {
        if (depth > MOST_DEPTH) {
            throw new NotALiteral();
        }
        return switch (peek()) {
            case '[' -> sequence(']', depth);
            case '(' -> sequence(')', depth);
            case '\'', '"' -> string();
            default -> word();
        };
    }

    private List<@Nullable Object> sequence(char end, int depth) {
        at++;
        List<@Nullable Object> values = new ArrayList<>();
        space();
        while (peek() != end) {
            values.add(value(depth + 1));
            space();
            if (peek() == ',') {
                at++;
                space();
            } else if (peek() != end) {
                throw new NotALiteral();
            }
        }
        at++;
        return values;
    }

    private String string() {
        char quote = text.charAt(at++);
        StringBuilder out = new StringBuilder();
        while (peek() != quote) {
            char c = text.charAt(at++);
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
            }
        }
        at++;
        return out.toString();
    }

    private void escape(StringBuilder out) {
        char c = peek();
        at++;
        switch (c) {
            case 'n' -> out.append('\n');
            case 'r' -> out.append('\r');
            case 't' -> out.append('\t');
            case '\\', '\'', '"' -> out.append(c);
            case 'x' -> code(out, 2);
            case 'u' -> code(out, 4);
            case 'U' -> code(out, 8);
            default -> out.append('\\').append(c);
        }
    }

    private void code(StringBuilder out, int digits) {
        String hex = at + digits <= text.length() ? text.substring(at, at + digits) : "";
        if (!hex.matches("[0-9a-fA-F]+") || Long.parseLong(hex, 16) > Character.MAX_CODE_POINT) {
            throw new NotALiteral();
        }
        out.appendCodePoint(Integer.parseInt(hex, 16));
        at += digits;
    }

    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && ",])( \n\t".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "None" -> null;
            case "True" -> true;
            case "False" -> false;
            default -> number(word);
        };
    }

    private static Object number(String word) {
        if (word.matches("-?[0-9]{1,1000}")) {
            return PythonNumbers.whole(new BigInteger(word));
        }
        if (word.matches("-?([0-9]+\\.[0-9]*|\\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]+)?")) {
            return Double.valueOf(word);
        }
        throw new NotALiteral();
    }

    private char peek() {
        if (at >= text.length()) {
            throw new NotALiteral();
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    /** The text is no literal of the kinds that are read here. */
    private static final class NotALiteral extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotALiteral() {
            super("not a literal", null, false, false);
        }
    }
}
