package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a tenant: a research group, such as {@code vision-lab}. */
public record GroupId(@JsonValue String value) implements Comparable<GroupId> {

    @JsonCreator
    public GroupId {
        IdForm.NAME.require("group", value);
    }

    @Override
    public int compareTo(GroupId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
