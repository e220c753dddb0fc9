package dev.assay.gateway.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.json.EventJson;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Notes which fields the items of a dataset have, and where each is missing first. Knows at most {@link #MOST} names: of
 * the others it only says that it does not know them. Not thread-safe.
 */
public final class FieldCoverage {

    private static final int MOST = 1_000;
    private static final TypeReference<TreeMap<String, Field>> FIELDS = new TypeReference<>() {};

    private final Map<String, Seen> seen = new HashMap<>();
    private int items;
    private int firstLine;

    /**
     * One field.
     *
     * @param items how many items have it
     * @param missingLine the line of the first item that has it not, or 0 if all have it
     */
    public record Field(int items, int missingLine) {}

    /** Looks at the next item. */
    void add(int line, Set<String> fields) {
        if (items == 0) {
            firstLine = line;
        }
        for (String field : fields) {
            Seen known = seen.get(field);
            if (known != null) {
                known.count++;
            } else if (seen.size() < MOST) {
                seen.put(field, new Seen(items == 0 ? 0 : firstLine));
            }
        }
        items++;
        for (Seen known : seen.values()) {
            if (known.missingLine == 0 && known.count < items) {
                known.missingLine = line;
            }
        }
    }

    /** All that is known, as text to be stored. */
    String json() {
        Map<String, Field> fields = new TreeMap<>();
        seen.forEach((name, known) -> fields.put(name, new Field(known.count, known.missingLine)));
        try {
            return EventJson.mapper().writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and numbers can always be written", e);
        }
    }

    /** Reads what {@link #json()} wrote. */
    static Map<String, Field> parse(String json) {
        try {
            return EventJson.mapper().readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored field coverage cannot be read", e);
        }
    }

    /** Where a field is missing first: 0 if it is in all items, empty if it is in none that we know of. */
    static Optional<Integer> missing(Map<String, Field> fields, String name) {
        return Optional.ofNullable(fields.get(name)).map(Field::missingLine);
    }

    private static final class Seen {

        private int count = 1;
        private int missingLine;

        Seen(int missingLine) {
            this.missingLine = missingLine;
        }
    }
}
