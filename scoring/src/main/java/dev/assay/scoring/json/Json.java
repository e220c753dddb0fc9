package dev.assay.scoring.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Reads JSON texts as Python's {@code json.loads} does.
 *
 * <p>As RFC 8259, and any value may stand alone; {@code NaN}, {@code Infinity} and {@code -Infinity} are numbers; halves of
 * surrogate pairs may stand alone; control characters in strings are refused, as are a byte order mark, whole numbers of
 * more than 4,300 digits, and more than 900 nested values (Python gives up near there too).
 */
public final class Json {

    private static final int DEEPEST = 900;

    private final JsonScanner in;
    private int depth;

    private Json(String text) {
        this.in = new JsonScanner(text);
    }

    /** Reads a text. @throws JsonException if it is not one JSON value */
    public static JsonValue read(String text) {
        Json json = new Json(text);
        JsonValue value = json.value();
        json.in.skipSpace();
        if (!json.in.isAtEnd()) {
            throw json.in.wrong("more than one value");
        }
        return value;
    }

    private JsonValue value() {
        in.skipSpace();
        return switch (in.peek()) {
            case '{' -> nested(this::fields);
            case '[' -> nested(this::elements);
            case '"' -> new JsonValue.Text(in.string());
            case 't' -> word("true", new JsonValue.Flag(true));
            case 'f' -> word("false", new JsonValue.Flag(false));
            case 'n' -> word("null", new JsonValue.Nothing());
            case 'N' -> word("NaN", new JsonValue.Number(Double.NaN));
            case 'I' -> word("Infinity", new JsonValue.Number(Double.POSITIVE_INFINITY));
            default ->
                in.take("-Infinity")
                        ? new JsonValue.Number(Double.NEGATIVE_INFINITY)
                        : new JsonValue.Number(in.number());
        };
    }

    private JsonValue word(String word, JsonValue value) {
        if (!in.take(word)) {
            throw in.wrong("no value");
        }
        return value;
    }

    private JsonValue nested(Supplier<JsonValue> inner) {
        if (++depth > DEEPEST) {
            throw in.wrong("too deeply nested");
        }
        JsonValue value = inner.get();
        depth--;
        return value;
    }

    private JsonValue elements() {
        in.expect("[");
        List<JsonValue> values = new ArrayList<>();
        in.skipSpace();
        if (in.take("]")) {
            return new JsonValue.Elements(values);
        }
        do {
            values.add(value());
            in.skipSpace();
        } while (in.take(","));
        in.expect("]");
        return new JsonValue.Elements(values);
    }

    private JsonValue fields() {
        in.expect("{");
        Map<String, JsonValue> byName = new LinkedHashMap<>();
        in.skipSpace();
        if (in.take("}")) {
            return new JsonValue.Fields(byName);
        }
        do {
            in.skipSpace();
            String name = in.string();
            in.skipSpace();
            in.expect(":");
            byName.put(name, value());
            in.skipSpace();
        } while (in.take(","));
        in.expect("}");
        return new JsonValue.Fields(byName);
    }
}
