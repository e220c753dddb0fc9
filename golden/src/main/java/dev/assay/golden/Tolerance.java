package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a number may be from the expected one.
 *
 * <p>A number is absolute and holds for every number of the case; "exact" or none asks for equality; an object gives a
 * tolerance for each field (the longest key that the field's name or one of its parents' begins with), or
 * {@code absolute} and {@code relative}, of which it is enough to keep one.
 */
record Tolerance(@Nullable JsonNode written) {

    /** Of a case. */
    static Tolerance of(JsonNode golden) {
        return new Tolerance(golden.get("tolerance"));
    }

    /** The tolerance inside a field. */
    Tolerance within(String field) {
        if (written == null || !written.isObject() || isLimit(written)) {
            return this;
        }
        String best = null;
        for (Map.Entry<String, JsonNode> entry : written.properties()) {
            String key = entry.getKey();
            if (field.startsWith(key) && (best == null || key.length() > best.length())) {
                best = key;
            }
        }
        return best == null ? this : new Tolerance(written.get(best));
    }

    boolean allows(double expected, double actual) {
        if (Double.isNaN(expected) || Double.isInfinite(expected)) {
            return Double.compare(expected, actual) == 0;
        }
        double distance = Math.abs(expected - actual);
        if (written == null || written.isTextual()) {
            return distance == 0;
        }
        if (written.isNumber()) {
            return distance <= written.asDouble();
        }
        if (!isLimit(written)) {
            return distance == 0;
        }
        return distance <= written.path("absolute").asDouble(0)
                || distance <= written.path("relative").asDouble(0) * Math.abs(expected);
    }

    private static boolean isLimit(JsonNode node) {
        return node.has("absolute") || node.has("relative");
    }
}
