package dev.assay.benchmarks.template;

import dev.assay.contracts.naming.NearestNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** The methods that a template may call: those of Python's str, list and dict that change nothing. */
final class PythonMethods {

    private final PythonStrings strings;
    private final Map<String, Method<String>> ofText;
    private final Map<String, Method<List<?>>> ofList;
    private final Map<String, Method<Map<?, ?>>> ofMap;

    PythonMethods(TemplateLimits limits) {
        this.strings = new PythonStrings(limits);
        this.ofText = Map.ofEntries(
                Map.entry("upper", (s, a) -> s.toUpperCase(Locale.ROOT)),
                Map.entry("lower", (s, a) -> s.toLowerCase(Locale.ROOT)),
                Map.entry("casefold", (s, a) -> s.toLowerCase(Locale.ROOT)),
                Map.entry("capitalize", (s, a) -> PythonStrings.capitalize(s)),
                Map.entry("title", (s, a) -> PythonStrings.title(s)),
                Map.entry("strip", (s, a) -> PythonStrings.strip(s, chars(a), true, true)),
                Map.entry("lstrip", (s, a) -> PythonStrings.strip(s, chars(a), true, false)),
                Map.entry("rstrip", (s, a) -> PythonStrings.strip(s, chars(a), false, true)),
                Map.entry("split", (s, a) -> PythonStrings.split(s, chars(a, "sep"), a.whole(1, "maxsplit", -1))),
                Map.entry(
                        "rsplit",
                        (s, a) -> PythonStrings.splitFromEnd(s, a.text(0, "sep"), a.whole(1, "maxsplit", -1))),
                Map.entry("splitlines", (s, a) -> PythonStrings.splitLines(s)),
                Map.entry("replace", this::replace),
                Map.entry("join", (s, a) -> strings.join(s, texts(PythonValues.iterate(a.value(0, "iterable"))))),
                Map.entry("startswith", (s, a) -> s.startsWith(a.text(0, "prefix"))),
                Map.entry("endswith", (s, a) -> s.endsWith(a.text(0, "suffix"))),
                Map.entry("removeprefix", (s, a) -> removePrefix(s, a.text(0, "prefix"))),
                Map.entry("removesuffix", (s, a) -> removeSuffix(s, a.text(0, "suffix"))),
                Map.entry("find", (s, a) -> place(s, s.indexOf(a.text(0, "sub")))),
                Map.entry("rfind", (s, a) -> place(s, s.lastIndexOf(a.text(0, "sub")))),
                Map.entry(
                        "count",
                        (s, a) -> (long) PythonStrings.split(s, a.text(0, "sub"), -1)
                                        .size()
                                - 1),
                Map.entry("isdigit", (s, a) -> all(s, Character::isDigit)),
                Map.entry("isnumeric", (s, a) -> all(s, Character::isDigit)),
                Map.entry("isalpha", (s, a) -> all(s, Character::isLetter)),
                Map.entry("isalnum", (s, a) -> all(s, Character::isLetterOrDigit)),
                Map.entry("isspace", (s, a) -> all(s, PythonStrings::isSpace)),
                Map.entry("isupper", (s, a) -> cased(s) && s.equals(s.toUpperCase(Locale.ROOT))),
                Map.entry("islower", (s, a) -> cased(s) && s.equals(s.toLowerCase(Locale.ROOT))),
                Map.entry("center", (s, a) -> pad(s, a, PythonStrings.Side.BOTH)),
                Map.entry("ljust", (s, a) -> pad(s, a, PythonStrings.Side.RIGHT)),
                Map.entry("rjust", (s, a) -> pad(s, a, PythonStrings.Side.LEFT)));
        this.ofList = Map.of(
                "index",
                PythonMethods::index,
                "count",
                (list, a) -> list.stream()
                        .filter(value -> PythonValues.equal(value, a.value(0, "value")))
                        .count());
        this.ofMap = Map.of(
                "get", PythonMethods::get,
                "keys", (map, a) -> new ArrayList<>(map.keySet()),
                "values", (map, a) -> new ArrayList<>(map.values()),
                "items", (map, a) -> PythonFilters.items(map));
    }

    /** Calls {@code base.name(arguments)}. */
    @Nullable
    Object call(@Nullable Object base, String name, @Nullable Object... arguments) {
        Arguments given = Arguments.of(name + "()", arguments);
        return switch (base) {
            case String text -> call(ofText, text, name, given);
            case List<?> list -> call(ofList, list, name, given);
            case Map<?, ?> map -> call(ofMap, map, name, given);
            case Undefined undefined -> throw undefined.fault();
            case null, default -> throw unknown(base, name, Map.of());
        };
    }

    private static <T> @Nullable Object call(Map<String, Method<T>> methods, T base, String name, Arguments given) {
        Method<T> method = methods.get(name);
        if (method == null) {
            throw unknown(base, name, methods);
        }
        return method.call(base, given);
    }

    private static ExpressionFault unknown(@Nullable Object base, String name, Map<String, ?> methods) {
        return new ExpressionFault(
                PythonValues.kind(base) + " has no method '" + name + "' that templates may call",
                methods.isEmpty()
                        ? "use a filter"
                        : "use one of " + String.join(", ", new TreeSet<>(methods.keySet()))
                                + NearestNames.hint(name, methods.keySet()));
    }

    private String replace(String text, Arguments a) {
        return strings.replace(text, a.text(0, "old"), a.text(1, "new"), a.whole(2, "count", -1));
    }

    private String pad(String text, Arguments a, PythonStrings.Side side) {
        return strings.pad(
                text, a.whole(0, "width", 0), a.text(1, "fillchar", " ").codePointAt(0), side);
    }

    private static @Nullable String chars(Arguments a) {
        return chars(a, "chars");
    }

    private static @Nullable String chars(Arguments a, String name) {
        return a.has(0, name) && a.value(0, name) != null ? a.text(0, name) : null;
    }

    private static List<?> texts(List<?> parts) {
        for (Object part : parts) {
            if (!(part instanceof String)) {
                throw new ExpressionFault("join() joins texts, not " + PythonValues.kind(part), "use the filter |join");
            }
        }
        return parts;
    }

    private static @Nullable Object get(Map<?, ?> map, Arguments a) {
        String key = a.text(0, "key");
        Object absent = a.has(1, "default") ? a.value(1, "default") : null;
        return map.containsKey(key) ? map.get(key) : absent;
    }

    private static Object index(List<?> list, Arguments a) {
        for (int i = 0; i < list.size(); i++) {
            if (PythonValues.equal(list.get(i), a.value(0, "value"))) {
                return (long) i;
            }
        }
        throw new ExpressionFault("the value is not in the list", "test with 'in' before asking for its index");
    }

    private static String removePrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String removeSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }

    private static long place(String text, int at) {
        return at < 0 ? -1 : text.codePointCount(0, at);
    }

    private static boolean all(String text, IntPredicate predicate) {
        return !text.isEmpty() && text.codePoints().allMatch(predicate);
    }

    private static boolean cased(String text) {
        return text.codePoints().anyMatch(c -> Character.isUpperCase(c) || Character.isLowerCase(c));
    }

    private interface Method<T> {
        @Nullable
        Object call(T base, Arguments arguments);
    }
}
