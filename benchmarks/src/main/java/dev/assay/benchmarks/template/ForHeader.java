package dev.assay.benchmarks.template;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a {@code for} tag.
 *
 * @param names the loop's variables, at least one
 * @param values the expression for what is gone through
 * @param condition the expression that decides whether a value takes part, or null: all do
 */
record ForHeader(
        List<String> names, String values, @Nullable String condition) {

    static ForHeader parse(String text) {
        int in = word(text, "in", 0);
        if (in < 0) {
            throw new ExpressionFault("a for tag has the form 'for name in values'", "complete the tag");
        }
        List<String> names = Arrays.stream(
                        text.substring(0, in).replaceAll("[()]", " ").split(","))
                .map(String::strip)
                .toList();
        for (String name : names) {
            if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new ExpressionFault("'" + name + "' is no name for a loop's variable", "correct the name");
            }
        }
        String rest = text.substring(in + 2);
        int condition = word(rest, "if", 0);
        String values = (condition < 0 ? rest : rest.substring(0, condition)).strip();
        if (values.isEmpty() || word(values + " ", "recursive", 0) >= 0) {
            throw new ExpressionFault(
                    values.isEmpty() ? "the for tag has nothing to go through" : "recursive loops are not supported",
                    "write 'for name in values'");
        }
        return new ForHeader(
                names,
                values,
                condition < 0 ? null : rest.substring(condition + 2).strip());
    }

    /** The place of the word outside of quotes and brackets, or -1. */
    private static int word(String text, String word, int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (depth == 0 && text.startsWith(word, i) && alone(text, i, i + word.length())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean alone(String text, int start, int end) {
        return start > 0 && end < text.length() && !isNamePart(text.charAt(start - 1)) && !isNamePart(text.charAt(end));
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }
}
