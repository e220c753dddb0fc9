package dev.assay.contracts.spec.document;

import dev.assay.contracts.spec.document.Node.Scalar;
import dev.assay.contracts.spec.document.Node.Scalar.Kind;
import java.util.regex.Pattern;

/**
 * What a plain YAML scalar is, by the narrowest reading: true, false, null and decimal numbers are themselves, and
 * everything else is text. So {@code yes}, {@code on}, {@code 1:30}, {@code 2026-01-31}, {@code 0x1f}, {@code 1_000} and
 * {@code 007}, which YAML 1.1 turns into something else, stay as they were written.
 */
final class Scalars {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:(?:0|[1-9][0-9]*)(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?");
    /** Longer digits are an id or a mistake, and nothing computes with them. */
    private static final int LONGEST_NUMBER = 64;

    private Scalars() {}

    static Scalar plain(String text, Position position) {
        return switch (text) {
            case "", "~", "null", "Null", "NULL" -> new Scalar(Kind.NOTHING, "", position);
            case "true", "True", "TRUE" -> new Scalar(Kind.FLAG, "true", position);
            case "false", "False", "FALSE" -> new Scalar(Kind.FLAG, "false", position);
            default ->
                isNumber(text)
                        ? new Scalar(Kind.NUMBER, jsonNumber(text), position)
                        : new Scalar(Kind.TEXT, text, position);
        };
    }

    static boolean isNumber(String text) {
        char first = text.charAt(0);
        if (first > '9' || first < '+' || text.length() > LONGEST_NUMBER) {
            return false;
        }
        boolean oneDigit = text.length() == 1 && first >= '0';
        return oneDigit || NUMBER.matcher(text).matches();
    }

    /** JSON knows neither a plus sign nor a point without digits on both sides. */
    private static String jsonNumber(String text) {
        String unsigned = text.charAt(0) == '+' || text.charAt(0) == '-' ? text.substring(1) : text;
        String whole = unsigned.startsWith(".") ? "0" + unsigned : unsigned;
        int point = whole.indexOf('.');
        boolean bare = point >= 0 && (point + 1 == whole.length() || !Character.isDigit(whole.charAt(point + 1)));
        String complete = bare ? whole.substring(0, point) + whole.substring(point + 1) : whole;
        return text.charAt(0) == '-' ? "-" + complete : complete;
    }
}
