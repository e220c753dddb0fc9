package dev.assay.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One thing that is wrong with what was sent.
 *
 * @param path which field; empty for the whole
 * @param line from 1
 * @param column from 1
 * @param remedy what to do
 */
public record Problem(String path, OptionalInt line, OptionalInt column, String message, Optional<String> remedy) {

    static Problem of(JsonNode node) {
        return new Problem(
                node.path("path").asText(""),
                whole(node.path("line")),
                whole(node.path("column")),
                node.path("message").asText("is wrong"),
                Optional.ofNullable(node.path("remedy").textValue()));
    }

    private static OptionalInt whole(JsonNode node) {
        return node.isIntegralNumber() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
    }

    /** {@code file.yaml:7:18 models[1].temperature: must be … — remedy}. */
    public String text(String file) {
        StringBuilder text = new StringBuilder(file);
        if (line.isPresent()) {
            text.append(':').append(line.getAsInt());
            column.ifPresent(number -> text.append(':').append(number));
        }
        if (!path.isEmpty()) {
            text.append(' ').append(path);
        }
        text.append(": ").append(message);
        remedy.ifPresent(what -> text.append(" — ").append(what));
        return text.toString();
    }
}
