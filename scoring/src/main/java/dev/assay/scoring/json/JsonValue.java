package dev.assay.scoring.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value. Immutable. */
public sealed interface JsonValue {

    /** The fields in the order in which they were written; of two with one name the last counts. */
    record Fields(Map<String, JsonValue> byName) implements JsonValue {
        public Fields {
            byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
        }
    }

    record Elements(List<JsonValue> values) implements JsonValue {
        public Elements {
            values = List.copyOf(values);
        }
    }

    record Text(String value) implements JsonValue {}

    /** A number as a double; NaN and the infinities are numbers too. */
    record Number(double value) implements JsonValue {}

    record Flag(boolean value) implements JsonValue {}

    record Nothing() implements JsonValue {}
}
