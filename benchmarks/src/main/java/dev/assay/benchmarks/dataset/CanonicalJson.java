package dev.assay.benchmarks.dataset;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One text for one content: keys in the order of their UTF-16 units, no space between tokens, escapes only where JSON
 * demands them (short forms where it has one), whole numbers as digits, other numbers as the shortest decimal that reads
 * back as the same double. Text is left as it is, no Unicode normalisation. Stateless, safe for use by many threads.
 */
public final class CanonicalJson {

    private static final JsonItems ITEMS = new JsonItems(DatasetLimits.DEFAULT);

    private CanonicalJson() {}

    /** Writes fields as {@link DatasetItem} describes them. */
    public static String write(Map<String, @Nullable Object> fields) {
        StringBuilder out = new StringBuilder(256);
        appendObject(out, fields);
        return out.toString();
    }

    /**
     * Reads back what {@link #write} wrote: {@code read(write(fields)).equals(fields)}.
     *
     * @throws IllegalArgumentException if the text is not a JSON object that {@link DatasetReader} would accept
     */
    public static Map<String, @Nullable Object> read(String json) {
        try (JsonParser parser = ITEMS.parser(json)) {
            return ITEMS.onlyObject(parser, 1);
        } catch (InvalidDatasetException e) {
            throw new IllegalArgumentException(
                    "not an item in canonical JSON: " + e.problem().message(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> appendText(out, text);
            case Map<?, ?> map -> appendObject(out, map);
            case List<?> list -> appendList(out, list);
            default -> out.append(value);
        }
    }

    private static void appendObject(StringBuilder out, Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Object key : new TreeSet<>(map.keySet())) {
            out.append(separator);
            appendText(out, (String) key);
            out.append(':');
            append(out, map.get(key));
            separator = ",";
        }
        out.append('}');
    }

    private static void appendList(StringBuilder out, List<?> list) {
        out.append('[');
        String separator = "";
        for (Object value : list) {
            out.append(separator);
            append(out, value);
            separator = ",";
        }
        out.append(']');
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
