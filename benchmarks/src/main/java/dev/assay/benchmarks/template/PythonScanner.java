package dev.assay.benchmarks.template;

import com.hubspot.jinjava.el.ext.ExtendedScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of an expression. Only Python's keywords are keywords (the expression language below has others, such as
 * {@code empty} and {@code mod}, which are names of fields here), and text literals have Python's escapes.
 */
final class PythonScanner extends ExtendedScanner {

    private static final Set<String> KEYWORDS =
            Set.of("true", "false", "True", "False", "and", "or", "not", "in", "if", "else", "is");

    PythonScanner(String expression) {
        super(expression);
    }

    @Override
    protected @Nullable Token keyword(String word) {
        return KEYWORDS.contains(word) ? super.keyword(word) : null;
    }

    @Override
    protected Token nextEval() throws ScanException {
        char c = getInput().charAt(getPosition());
        char next = getPosition() + 1 < getInput().length() ? getInput().charAt(getPosition() + 1) : 0;
        if (c == '+') {
            return fixed(Symbol.PLUS);
        }
        boolean foreign = c == '&' || c == '?' || (c == '!' && next != '=') || (c == '|' && next == '|');
        if (foreign) {
            throw new ScanException(getPosition(), "invalid character '" + c + "'", "a Jinja expression");
        }
        return super.nextEval();
    }

    @Override
    protected Token nextString() throws ScanException {
        String input = getInput();
        char quote = input.charAt(getPosition());
        StringBuilder text = new StringBuilder();
        int at = getPosition() + 1;
        while (at < input.length()) {
            char c = input.charAt(at++);
            if (c == quote) {
                return token(Symbol.STRING, text.toString(), at - getPosition());
            }
            if (c == '\\' && at < input.length()) {
                at = escape(input, at, text);
            } else {
                text.append(c);
            }
        }
        throw new ScanException(getPosition(), "unterminated text", "closing " + quote);
    }

    /** Appends what the escape at {@code at} (behind the backslash) stands for; gives the place behind it. */
    private int escape(String input, int at, StringBuilder text) throws ScanException {
        char c = input.charAt(at);
        switch (c) {
            case 'n' -> text.append('\n');
            case 't' -> text.append('\t');
            case 'r' -> text.append('\r');
            case 'b' -> text.append('\b');
            case 'f' -> text.append('\f');
            case 'a' -> text.append('\u0007');
            case 'v' -> text.append('\u000B');
            case '\\', '\'', '"' -> text.append(c);
            case '\n' -> {}
            case 'x' -> {
                return code(input, at + 1, 2, text);
            }
            case 'u' -> {
                return code(input, at + 1, 4, text);
            }
            case 'U' -> {
                return code(input, at + 1, 8, text);
            }
            default -> text.append('\\').append(c);
        }
        return at + 1;
    }

    private int code(String input, int at, int digits, StringBuilder text) throws ScanException {
        int end = at + digits;
        if (end <= input.length() && input.substring(at, end).matches("[0-9a-fA-F]+")) {
            long code = Long.parseLong(input.substring(at, end), 16);
            if (code > 0 && code <= Character.MAX_CODE_POINT && (code < 0xD800 || code > 0xDFFF)) {
                text.appendCodePoint((int) code);
                return end;
            }
        }
        throw new ScanException(getPosition(), "invalid escape in a text", digits + " hexadecimal digits");
    }
}
