package dev.assay.scoring.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A filter or metric as somebody wrote it: its name and its parameters, unchecked.
 *
 * @param path where it stands, such as {@code pipelines[0].steps[2]}; used in messages only
 * @param name as written
 * @param parameters plain values of parsed YAML or JSON: text, numbers, booleans, lists
 */
public record Definition(String path, String name, Map<String, Object> parameters) {

    /** The keys that may hold the name: ours, and those of the field's task files. */
    private static final List<String> NAME_KEYS = List.of("name", "function", "filter", "metric");

    public Definition {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(name, "name");
        // An explicit null ("group:") means that the parameter was not given.
        Map<String, Object> given = new LinkedHashMap<>(parameters);
        given.values().removeIf(Objects::isNull);
        parameters = java.util.Collections.unmodifiableMap(given);
    }

    /**
     * Reads a parsed YAML or JSON value: a string is a name without parameters, a map holds the name under
     * {@code name}, {@code function}, {@code filter} or {@code metric} and the parameters beside it.
     *
     * @throws DefinitionException if it is neither, or holds no name or two
     */
    public static Definition parse(Object written, String path) {
        if (written instanceof Definition definition) {
            return definition;
        }
        if (written instanceof String name) {
            return new Definition(path, name, Map.of());
        }
        if (!(written instanceof Map<?, ?> map)) {
            throw DefinitionException.at(path, "expected a name, or a map with a name and parameters");
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        map.forEach((key, value) -> parameters.put(String.valueOf(key), value));
        List<String> keys = NAME_KEYS.stream().filter(parameters::containsKey).toList();
        if (keys.size() != 1) {
            throw DefinitionException.at(
                    path,
                    keys.isEmpty()
                            ? "the name is missing: give it as 'name'"
                            : "the name is given more than once: " + String.join(", ", keys));
        }
        if (!(parameters.remove(keys.getFirst()) instanceof String name)) {
            throw DefinitionException.at(path + "." + keys.getFirst(), "the name must be text");
        }
        return new Definition(path, name, parameters);
    }

    /** Where one of the parameters stands. */
    String pathOf(String parameter) {
        return path.isEmpty() ? parameter : path + "." + parameter;
    }
}
