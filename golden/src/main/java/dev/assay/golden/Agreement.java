package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a reference gave with what the product gives.
 *
 * <p>Every expected field must be there and agree; the product may give more fields. Where the reference raised an error
 * the product must refuse too. Special numbers are written "NaN", "Infinity" and "-Infinity". In sacreBLEU's signatures
 * the version of the implementation is passed over.
 */
final class Agreement {

    private Agreement() {}

    /** The first place where the two differ, or empty. */
    static Optional<String> difference(JsonNode expected, @Nullable Object actual, Tolerance tolerance) {
        return at("", expected, actual, tolerance);
    }

    private static Optional<String> at(String path, JsonNode expected, @Nullable Object actual, Tolerance tolerance) {
        if (expected.isObject() && expected.size() == 1 && expected.has("error")) {
            return refuses(actual) ? Optional.empty() : differ(path, expected, actual);
        }
        if (expected.isObject()) {
            return actual instanceof Map<?, ?> map
                    ? fields(path, expected, map, tolerance)
                    : differ(path, expected, actual);
        }
        if (expected.isArray()) {
            return actual instanceof List<?> list
                    ? elements(path, expected, list, tolerance)
                    : differ(path, expected, actual);
        }
        return same(expected, actual, tolerance) ? Optional.empty() : differ(path, expected, actual);
    }

    /** Where one error stands for a whole object the product may give its reasons field by field. */
    private static boolean refuses(@Nullable Object actual) {
        return actual instanceof Refused
                || (actual instanceof Map<?, ?> map
                        && !map.isEmpty()
                        && map.values().stream().allMatch(Agreement::refuses));
    }

    private static Optional<String> fields(String path, JsonNode expected, Map<?, ?> actual, Tolerance tolerance) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            String name = field.getKey();
            if (!actual.containsKey(name)) {
                return Optional.of(path + "." + name + " is missing");
            }
            Optional<String> difference =
                    at(path + "." + name, field.getValue(), actual.get(name), tolerance.within(name));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> elements(String path, JsonNode expected, List<?> actual, Tolerance tolerance) {
        if (expected.size() != actual.size()) {
            return Optional.of("%s has %d elements, expected %d".formatted(path, actual.size(), expected.size()));
        }
        for (int i = 0; i < expected.size(); i++) {
            Optional<String> difference = at(path + "[" + i + "]", expected.get(i), actual.get(i), tolerance);
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static boolean same(JsonNode expected, @Nullable Object actual, Tolerance tolerance) {
        if (expected.isNull()) {
            return actual == null;
        }
        if (expected.isBoolean()) {
            return actual instanceof Boolean flag && flag == expected.booleanValue();
        }
        if (expected.isNumber()) {
            return actual instanceof Number number && tolerance.allows(expected.asDouble(), number.doubleValue());
        }
        String text = expected.asText();
        if (actual instanceof Number number) {
            return special(text)
                    .filter(s -> tolerance.allows(s, number.doubleValue()))
                    .isPresent();
        }
        return actual instanceof String given && withoutVersion(given).equals(withoutVersion(text));
    }

    private static Optional<Double> special(String text) {
        return switch (text) {
            case "NaN" -> Optional.of(Double.NaN);
            case "Infinity" -> Optional.of(Double.POSITIVE_INFINITY);
            case "-Infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
            default -> Optional.empty();
        };
    }

    private static String withoutVersion(String text) {
        return text.startsWith("nrefs:") || text.startsWith("#:") ? text.replaceAll("\\|(version|v):[^|]*", "") : text;
    }

    private static Optional<String> differ(String path, JsonNode expected, @Nullable Object actual) {
        return Optional.of("%s is %s, expected %s".formatted(path.isEmpty() ? "value" : path, actual, expected));
    }
}
