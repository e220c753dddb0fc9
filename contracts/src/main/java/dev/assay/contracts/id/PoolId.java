package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a provider account's quota, such as {@code sim-pool}. */
public record PoolId(@JsonValue String value) implements Comparable<PoolId> {

    @JsonCreator
    public PoolId {
        IdForm.NAME.require("pool", value);
    }

    @Override
    public int compareTo(PoolId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
