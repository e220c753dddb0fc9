package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one submitted run: a ULID in lower case, so that later runs sort later, such as {@code 01jd3x5m8q2v7c9e4k6n0p1r2s}. */
public record RunId(@JsonValue String value) implements Comparable<RunId> {

    @JsonCreator
    public RunId {
        IdForm.ULID.require("run id", value);
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
