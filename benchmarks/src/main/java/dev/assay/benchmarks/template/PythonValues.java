package dev.assay.benchmarks.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Python's truth, equality, order and containment on the values that JSON has. Stateless. */
final class PythonValues {

    private PythonValues() {}

    static boolean truth(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Undefined undefined -> throw undefined.fault();
            case Boolean truth -> truth;
            case Number number -> PythonNumbers.real(number) != 0;
            case String text -> !text.isEmpty();
            case List<?> list -> !list.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    static boolean equal(@Nullable Object a, @Nullable Object b) {
        Undefined.check(a);
        Undefined.check(b);
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (PythonNumbers.isNumber(a) && PythonNumbers.isNumber(b)) {
            return PythonNumbers.compare(a, b) == 0;
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return x.size() == y.size() && firstDifference(x, y) == x.size();
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.size() == y.size()
                    && x.keySet().stream().allMatch(key -> y.containsKey(key) && equal(x.get(key), y.get(key)));
        }
        return a.equals(b);
    }

    /** As Python's {@code <} orders numbers, texts and lists. */
    static int compare(@Nullable Object a, @Nullable Object b) {
        Undefined.check(a);
        Undefined.check(b);
        if (a != null && b != null) {
            if (PythonNumbers.isNumber(a) && PythonNumbers.isNumber(b)) {
                return PythonNumbers.compare(a, b);
            }
            if (a instanceof String x && b instanceof String y) {
                return compareText(x, y);
            }
            if (a instanceof List<?> x && b instanceof List<?> y) {
                int at = firstDifference(x, y);
                return at < Math.min(x.size(), y.size())
                        ? compare(x.get(at), y.get(at))
                        : Integer.compare(x.size(), y.size());
            }
        }
        throw new ExpressionFault(
                kind(a) + " and " + kind(b) + " have no order",
                "compare two numbers or two texts; |int makes a number");
    }

    static boolean contains(@Nullable Object container, @Nullable Object element) {
        Undefined.check(element);
        return switch (container) {
            case String text when element instanceof String part -> text.contains(part);
            case List<?> list -> list.stream().anyMatch(value -> equal(value, element));
            case Map<?, ?> map -> element instanceof String key && map.containsKey(key);
            case Undefined undefined -> throw undefined.fault();
            case null, default ->
                throw new ExpressionFault(
                        "'in' cannot look for " + kind(element) + " in " + kind(container),
                        "look in a list, a mapping or a text");
        };
    }

    /** What a loop or filter goes through: a list's values, a mapping's keys, a text's characters. */
    static List<@Nullable Object> iterate(@Nullable Object value) {
        return switch (value) {
            case List<?> list -> Collections.unmodifiableList(list);
            case Map<?, ?> map -> new ArrayList<>(map.keySet());
            case String text ->
                new ArrayList<>(text.codePoints().mapToObj(Character::toString).toList());
            case Undefined undefined -> throw undefined.fault();
            case null, default -> throw new ExpressionFault(kind(value) + " cannot be gone through", "use a list");
        };
    }

    /** The value's type for people. */
    static String kind(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case String text -> "a text";
            case Boolean truth -> "a truth value";
            case Number number -> "a number";
            case List<?> list -> "a list";
            case Map<?, ?> map -> "a mapping";
            case Undefined undefined -> "an undefined value";
            default -> "this value";
        };
    }

    private static int firstDifference(List<?> a, List<?> b) {
        int shorter = Math.min(a.size(), b.size());
        int at = 0;
        while (at < shorter && equal(a.get(at), b.get(at))) {
            at++;
        }
        return at;
    }

    /** By code points, which differs from UTF-16 order where surrogates meet the characters above them. */
    private static int compareText(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean surrogates = Character.isSurrogate(x) != Character.isSurrogate(y);
                return surrogates ? (Character.isSurrogate(x) ? 1 : -1) : Character.compare(x, y);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
