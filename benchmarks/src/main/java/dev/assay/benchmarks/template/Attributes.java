package dev.assay.benchmarks.template;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code base.name} and {@code base[name]} are: a mapping's value, a list's element, a text's character. */
final class Attributes {

    private Attributes() {}

    static @Nullable Object of(@Nullable Object base, String name) {
        return switch (base) {
            case Map<?, ?> map -> map.containsKey(name) ? map.get(name) : absent(base, name);
            case List<?> list -> {
                int at = index(name, list.size());
                yield at < 0 ? absent(base, name) : list.get(at);
            }
            case String text -> {
                int at = index(name, text.codePointCount(0, text.length()));
                yield at < 0
                        ? absent(base, name)
                        : Character.toString(text.codePointAt(text.offsetByCodePoints(0, at)));
            }
            case Undefined undefined -> throw undefined.fault();
            case null, default -> absent(base, name);
        };
    }

    private static Undefined absent(@Nullable Object base, String name) {
        return new Undefined(name, PythonValues.kind(base));
    }

    /** The place that a whole number names, the last ones by negative numbers; -1 if it names none. */
    private static int index(String name, int size) {
        if (!name.matches("-?[0-9]{1,9}")) {
            return -1;
        }
        int at = Integer.parseInt(name);
        int place = at < 0 ? at + size : at;
        return place < size ? Math.max(-1, place) : -1;
    }
}
