package dev.assay.benchmarks.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jinja's filters on texts, numbers and single values, and {@code regex_replace} of the evaluation harnesses. */
final class PythonFilters {

    private final PythonStrings strings;

    PythonFilters(TemplateLimits limits) {
        this.strings = new PythonStrings(limits);
    }

    /** Each filter by its name. */
    Map<String, PythonFilter> all() {
        return Map.ofEntries(
                Map.entry("upper", (v, a) -> PythonText.str(v).toUpperCase(Locale.ROOT)),
                Map.entry("lower", (v, a) -> PythonText.str(v).toLowerCase(Locale.ROOT)),
                Map.entry("capitalize", (v, a) -> PythonStrings.capitalize(PythonText.str(v))),
                Map.entry("title", (v, a) -> PythonStrings.titleWords(PythonText.str(v))),
                Map.entry("trim", (v, a) -> trim(v, a.only("chars"))),
                Map.entry("string", (v, a) -> PythonText.str(v)),
                Map.entry("safe", (v, a) -> PythonText.str(v)),
                Map.entry("escape", (v, a) -> escape(PythonText.str(v))),
                Map.entry("e", (v, a) -> escape(PythonText.str(v))),
                Map.entry("replace", (v, a) -> replace(PythonText.str(v), a.only("old", "new", "count"))),
                Map.entry(
                        "regex_replace", (v, a) -> regexReplace(PythonText.str(v), a.only("pattern", "repl", "count"))),
                Map.entry("indent", (v, a) -> indent(PythonText.str(v), a.only("width", "first", "blank"))),
                Map.entry(
                        "center",
                        (v, a) -> strings.pad(
                                PythonText.str(v),
                                a.only("width").whole(0, "width", 80),
                                ' ',
                                PythonStrings.Side.BOTH)),
                Map.entry("wordcount", (v, a) -> (long) words(PythonText.str(v))),
                Map.entry("length", (v, a) -> length(v)),
                Map.entry("count", (v, a) -> length(v)),
                Map.entry("abs", (v, a) -> abs(v)),
                Map.entry("int", (v, a) -> integer(v, a.only("default"))),
                Map.entry("float", (v, a) -> real(v, a.only("default"))),
                Map.entry("round", (v, a) -> round(v, a.only("precision", "method"))),
                Map.entry("tojson", (v, a) -> toJson(v)),
                Map.entry("items", (v, a) -> items(v)));
    }

    static List<@Nullable Object> items(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new ExpressionFault(PythonValues.kind(value) + " has no items", "use items of a mapping");
        }
        List<@Nullable Object> items = new ArrayList<>();
        map.forEach((key, element) -> items.add(new PythonTuple(key, element)));
        return items;
    }

    private static String trim(@Nullable Object value, Arguments a) {
        String chars = a.has(0, "chars") && a.value(0, "chars") != null ? a.text(0, "chars") : null;
        return PythonStrings.strip(PythonText.str(value), chars, true, true);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace(">", "&gt;")
                .replace("<", "&lt;")
                .replace("'", "&#39;")
                .replace("\"", "&#34;");
    }

    private String replace(String text, Arguments a) {
        return strings.replace(text, a.text(0, "old"), a.text(1, "new"), a.whole(2, "count", -1));
    }

    /** Python's {@code re.sub} in a dialect without look-around and back-references, in linear time. */
    private String regexReplace(String text, Arguments a) {
        int most = a.whole(2, "count", 0);
        String template = a.text(1, "repl");
        try {
            Matcher match = Pattern.compile(a.text(0, "pattern")).matcher(text);
            StringBuilder out = new StringBuilder();
            int from = 0;
            for (int done = 0; (most == 0 || done < most) && match.find(); done++) {
                strings.append(out, text.substring(from, match.start()));
                expand(out, template, match);
                from = match.end();
            }
            return strings.append(out, text.substring(from)).toString();
        } catch (PatternSyntaxException e) {
            throw new ExpressionFault(
                    "regex_replace cannot use the pattern: " + e.getDescription(),
                    "use a pattern without look-around and back-references");
        }
    }

    private void expand(StringBuilder out, String template, Matcher match) {
        for (int i = 0; i < template.length(); i++) {
            char c = template.charAt(i);
            boolean group = c == '\\' && i + 1 < template.length() && Character.isDigit(template.charAt(i + 1));
            if (group) {
                int number = template.charAt(++i) - '0';
                if (number > match.groupCount()) {
                    throw new ExpressionFault("the pattern has no group " + number, "correct the replacement");
                }
                String part = match.group(number);
                strings.append(out, part == null ? "" : part);
            } else {
                strings.append(out, String.valueOf(c));
            }
        }
    }

    private String indent(String text, Arguments a) {
        String margin = a.has(0, "width") && a.value(0, "width") instanceof String given
                ? given
                : strings.pad("", a.whole(0, "width", 4), ' ', PythonStrings.Side.LEFT);
        boolean blank = a.flag(2, "blank", false);
        StringBuilder out = new StringBuilder(a.flag(1, "first", false) ? margin : "");
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            strings.append(out, i == 0 ? "" : "\n");
            strings.append(out, i > 0 && (blank || !lines[i].isEmpty()) ? margin : "");
            strings.append(out, lines[i]);
        }
        return out.toString();
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int c : text.codePoints().toArray()) {
            boolean letter = Character.isLetterOrDigit(c) || c == '_';
            words += letter && !inside ? 1 : 0;
            inside = letter;
        }
        return words;
    }

    private static Object length(@Nullable Object value) {
        return switch (value) {
            case String text -> (long) text.codePointCount(0, text.length());
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case null, default ->
                throw new ExpressionFault(PythonValues.kind(value) + " has no length", "use length of a text or list");
        };
    }

    private static Object abs(@Nullable Object value) {
        Object number = number(value, "abs");
        return PythonNumbers.real(number) < 0 ? PythonNumbers.negate(number) : number;
    }

    private static Object number(@Nullable Object value, String filter) {
        if (value == null || !PythonNumbers.isNumber(value)) {
            throw new ExpressionFault("|" + filter + " needs a number, not " + PythonValues.kind(value), "use |float");
        }
        return value;
    }

    private static @Nullable Object integer(@Nullable Object value, Arguments a) {
        Object absent = a.has(0, "default") ? a.value(0, "default") : (Object) 0L;
        if (value instanceof String text) {
            String digits = text.strip().replace("_", "");
            try {
                return digits.matches("[+-]?[0-9]{1,1000}")
                        ? PythonNumbers.whole(new BigInteger(digits))
                        : truncated(Double.parseDouble(digits), absent);
            } catch (NumberFormatException e) {
                return absent; // as Jinja's filter: what is no number becomes the default
            }
        }
        if (value == null || !PythonNumbers.isNumber(value)) {
            return absent;
        }
        return PythonNumbers.isFloat(value)
                ? truncated(PythonNumbers.real(value), absent)
                : PythonNumbers.whole(PythonNumbers.big(value));
    }

    private static @Nullable Object truncated(double value, @Nullable Object absent) {
        return Double.isFinite(value) ? PythonNumbers.whole(new BigDecimal(value).toBigInteger()) : absent;
    }

    private static @Nullable Object real(@Nullable Object value, Arguments a) {
        Object absent = a.has(0, "default") ? a.value(0, "default") : (Object) 0.0;
        if (value instanceof String text) {
            try {
                return Double.parseDouble(text.strip());
            } catch (NumberFormatException e) {
                return absent; // as Jinja's filter: what is no number becomes the default
            }
        }
        return value != null && PythonNumbers.isNumber(value) ? (Object) PythonNumbers.real(value) : absent;
    }

    private static Object round(@Nullable Object value, Arguments a) {
        Object given = number(value, "round");
        double number = PythonNumbers.real(given);
        int precision = Math.max(-400, Math.min(400, a.whole(0, "precision", 0)));
        RoundingMode mode = switch (a.text(1, "method", "common")) {
            case "common" -> RoundingMode.HALF_EVEN;
            case "ceil" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default -> throw new ExpressionFault("round has no such method", "use common, ceil or floor");
        };
        if (!PythonNumbers.isFloat(given) && precision >= 0 && mode == RoundingMode.HALF_EVEN) {
            return PythonNumbers.whole(PythonNumbers.big(given));
        }
        return Double.isFinite(number)
                ? new BigDecimal(number).setScale(precision, mode).doubleValue()
                : number;
    }

    /** JSON as Jinja writes it for HTML: keys sorted, {@code ", "} and {@code ": "}, and four characters escaped. */
    private static String toJson(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        PythonJson.append(out, value);
        return out.toString()
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("'", "\\u0027");
    }

    /** A filter: what it makes of a value. */
    interface PythonFilter {
        @Nullable
        Object apply(@Nullable Object value, Arguments arguments);
    }
}
