package dev.assay.workers.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;

/**
 * Reads error bodies in the forms that providers use: an {@code error} object with type, code and message, an
 * {@code error} text, or message, code and detail at the top. Anything else says nothing.
 */
final class ProviderErrorReader {

    private ProviderErrorReader() {}

    static ProviderError read(byte[] body) {
        ObjectMapper mapper = EventJson.mapper();
        try {
            JsonNode root = mapper.readTree(body);
            return root == null ? ProviderError.NONE : read(root);
        } catch (IOException notJson) {
            return ProviderError.NONE;
        }
    }

    /** Reads a body, or an event of a stream, that holds an error. */
    static ProviderError read(JsonNode root) {
        JsonNode first = root.isArray() && !root.isEmpty() ? root.get(0) : root;
        JsonNode error = first.path("error");
        if (error.isObject()) {
            return new ProviderError(text(error, "type"), text(error, "code"), text(error, "message"));
        }
        if (error.isTextual()) {
            return new ProviderError("", text(first, "code"), error.asText());
        }
        String message = text(first, "message");
        return new ProviderError(
                text(first, "type"), text(first, "code"), message.isEmpty() ? text(first, "detail") : message);
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() || value.isNumber() ? value.asText() : "";
    }
}
