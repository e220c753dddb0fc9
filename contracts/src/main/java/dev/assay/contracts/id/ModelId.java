package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names a registered model, such as {@code sim-large}. */
public record ModelId(@JsonValue String value) implements Comparable<ModelId> {

    @JsonCreator
    public ModelId {
        IdForm.MODEL.require("model", value);
    }

    @Override
    public int compareTo(ModelId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
