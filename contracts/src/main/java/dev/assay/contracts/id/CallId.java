package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;

/** Names one call to a provider that was announced: a repeated call has another one, such as {@code 01jd3x5m8q2v7c9e4k6n0p1r2t}. */
public record CallId(@JsonValue String value) implements Comparable<CallId> {

    @JsonCreator
    public CallId {
        IdForm.ULID.require("call id", value);
    }

    /** When it was announced, in milliseconds on the clock of the worker that did. */
    public Instant announcedAt() {
        return Instant.ofEpochMilli(UlidSource.millis(value));
    }

    @Override
    public int compareTo(CallId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
