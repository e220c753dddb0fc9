package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one worker process, such as {@code worker-7f3a}. */
public record WorkerId(@JsonValue String value) implements Comparable<WorkerId> {

    @JsonCreator
    public WorkerId {
        IdForm.NAME.require("worker", value);
    }

    @Override
    public int compareTo(WorkerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
