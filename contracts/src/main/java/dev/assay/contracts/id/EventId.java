package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one event: a ULID in lower case, such as {@code 01jd3x5m8q2v7c9e4k6n0p1r2v}. */
public record EventId(@JsonValue String value) implements Comparable<EventId> {

    @JsonCreator
    public EventId {
        IdForm.ULID.require("event id", value);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
