package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a registered way to reach a provider, such as {@code sim}. */
public record ConnectionId(@JsonValue String value) implements Comparable<ConnectionId> {

    @JsonCreator
    public ConnectionId {
        IdForm.NAME.require("connection", value);
    }

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
