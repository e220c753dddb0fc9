package dev.assay.cli.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A row of a file, or why it is none. */
public sealed interface Row {

    /** Where it begins, from 1. */
    long line();

    /** @param fields by name; a missing cell of a CSV file is null */
    record Read(long line, ObjectNode fields) implements Row {

        /** A field that is there and not null. */
        public Optional<JsonNode> field(String name) {
            return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
        }

        /** A field as a name of something, such as of a group; a list or an object as JSON. */
        public Optional<String> label(String name) {
            return field(name).map(value -> value.isValueNode() ? value.asText() : value.toString());
        }
    }

    /** @param reason for people, holding nothing of the row */
    record Bad(long line, String reason) implements Row {}
}
