package dev.assay.simulator.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads typed fields of one parsed object and remembers which were asked for, so that a misspelt one is named instead of
 * ignored. Not thread-safe.
 */
final class Fields {

    private final String path;
    private final Map<String, Object> values;
    private final Set<String> known = new HashSet<>();

    private Fields(String path, Map<String, Object> values) {
        this.path = path;
        this.values = values;
    }

    static Fields of(String path, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new BadModelException(path + ": must be an object with fields");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, each) -> {
            if (each != null) {
                values.put(String.valueOf(key), each);
            }
        });
        return new Fields(path, values);
    }

    String path() {
        return path;
    }

    Set<String> names() {
        return values.keySet();
    }

    Map<String, Object> values() {
        return values;
    }

    private boolean has(String name) {
        return values.containsKey(name);
    }

    double number(String name, double otherwise) {
        return switch (get(name)) {
            case null -> otherwise;
            case Number number -> number.doubleValue();
            default -> throw wrong(name, "must be a number");
        };
    }

    double requiredNumber(String name) {
        if (!has(name)) {
            throw wrong(name, "is missing");
        }
        return number(name, 0);
    }

    int integer(String name, int otherwise) {
        return switch (get(name)) {
            case null -> otherwise;
            case Integer number -> number;
            default -> throw wrong(name, "must be a whole number");
        };
    }

    boolean flag(String name, boolean otherwise) {
        return switch (get(name)) {
            case null -> otherwise;
            case Boolean flag -> flag;
            default -> throw wrong(name, "must be true or false");
        };
    }

    /** A text, or a number as it was written. */
    String text(String name, String otherwise) {
        return switch (get(name)) {
            case null -> otherwise;
            case String text -> text;
            case Number number -> number.toString();
            default -> throw wrong(name, "must be a text");
        };
    }

    Fields object(String name) {
        Object value = get(name);
        return of(path + "." + name, value == null ? Map.of() : value);
    }

    List<Fields> objects(String name) {
        return switch (get(name)) {
            case null -> List.of();
            case List<?> list -> {
                List<Fields> objects = new ArrayList<>();
                for (Object each : list) {
                    objects.add(of(path + "." + name + "[" + objects.size() + "]", each));
                }
                yield objects;
            }
            default -> throw wrong(name, "must be a list");
        };
    }

    /** Builds a value and puts the place before the complaint of a record that refuses. */
    <T> T build(Supplier<T> value) {
        refuseUnknown();
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new BadModelException(path, e);
        }
    }

    BadModelException wrong(String name, String complaint) {
        return new BadModelException(path + "." + name + ": " + complaint);
    }

    private @Nullable Object get(String name) {
        known.add(name);
        return values.get(name);
    }

    private void refuseUnknown() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw wrong(
                        name,
                        "is not a field here; known are "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
    }
}
