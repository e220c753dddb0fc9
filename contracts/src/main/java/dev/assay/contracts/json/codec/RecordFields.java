package dev.assay.contracts.json.codec;

import com.fasterxml.jackson.core.io.SerializedString;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** The fields of a record in JSON: its components, numbered from 0 in their order, which is the order of writing. */
final class RecordFields {

    static final int UNKNOWN = -1;

    private final SerializedString[] names;
    private final long required;

    private RecordFields(SerializedString[] names, long required) {
        this.names = names;
        this.required = required;
    }

    /** @throws IllegalArgumentException if the record has more components than fit into a word, or none */
    static RecordFields of(Class<? extends Record> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length == 0 || components.length >= Long.SIZE) {
            throw new IllegalArgumentException(type.getName() + " has no components, or too many");
        }
        SerializedString[] names = new SerializedString[components.length];
        long required = 0;
        for (int i = 0; i < components.length; i++) {
            names[i] = new SerializedString(components[i].getName());
            Presence presence = Presence.of(components[i].getAnnotatedType(), components[i].getType());
            required |= presence == Presence.REQUIRED ? 1L << i : 0;
        }
        return new RecordFields(names, required);
    }

    int count() {
        return names.length;
    }

    SerializedString name(int field) {
        return names[field];
    }

    List<String> names() {
        return Arrays.stream(names).map(SerializedString::getValue).toList();
    }

    /** Searches from where the field is likely, as fields that may be absent are skipped there. */
    int find(String name, int likely) {
        for (int i = likely; i < names.length; i++) {
            if (names[i].getValue().equals(name)) {
                return i;
            }
        }
        for (int i = 0; i < likely; i++) {
            if (names[i].getValue().equals(name)) {
                return i;
            }
        }
        return UNKNOWN;
    }

    /** The first field that has to be there and is not, or {@link #UNKNOWN}. */
    int missing(long seen) {
        long missing = required & ~seen;
        return missing == 0 ? UNKNOWN : Long.numberOfTrailingZeros(missing);
    }

    boolean isComplete(long seen) {
        return seen == (1L << names.length) - 1;
    }
}
