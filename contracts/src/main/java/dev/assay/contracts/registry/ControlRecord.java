package dev.assay.contracts.registry;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A value of the compacted control topic: the latest one under a key holds; none means that the object is gone. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ControlRecord.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Connection.class, name = "connection"),
    @JsonSubTypes.Type(value = RegisteredModel.class, name = "model"),
    @JsonSubTypes.Type(value = Pool.class, name = "pool"),
    @JsonSubTypes.Type(value = Group.class, name = "group"),
    @JsonSubTypes.Type(value = ActivePriceBook.class, name = "price-book"),
    @JsonSubTypes.Type(value = RunControl.class, name = "run")
})
public sealed interface ControlRecord
        permits Connection, RegisteredModel, Pool, Group, ActivePriceBook, RunControl, ControlRecord.Unrecognised {

    /** The object's key on the topic. */
    @JsonIgnore
    String key();

    /** Written by a newer version; to be ignored. */
    record Unrecognised() implements ControlRecord {

        @Override
        public String key() {
            return "unrecognised";
        }
    }
}
