package dev.assay.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Names one immutable version of the price book, such as {@code pb-3}. */
public record PriceBookVersion(@JsonValue String value) implements Comparable<PriceBookVersion> {

    @JsonCreator
    public PriceBookVersion {
        IdForm.NAME.require("price book version", value);
    }

    @Override
    public int compareTo(PriceBookVersion other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
