package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What OpenAPI's document says of answers. An answer has a status and a type that are described for its operation, and of
 * JSON no field that is not, and none of another type.
 */
final class Described {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OURS = "/api/v1/";

    private final JsonNode paths;
    private final JsonNode components;

    private Described(JsonNode paths, JsonNode components) {
        this.paths = paths;
        this.components = components;
    }

    static Described by(String document) {
        try {
            JsonNode read = JSON.readTree(document);
            return new Described(read.at("/paths"), closed(read.at("/components")));
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + document, e);
        }
    }

    /** An object whose fields are listed has no others. */
    private static JsonNode closed(JsonNode node) {
        node.forEach(Described::closed);
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.putIfAbsent("additionalProperties", JsonNodeFactory.instance.booleanNode(false));
        }
        return node;
    }

    /** @param path with or without a query */
    void check(String method, String path, Api.Answer answer) {
        Optional<JsonNode> operation = operation(method, path.replaceFirst("\\?.*", ""));
        if (operation.isEmpty()) {
            return;
        }
        String asked = method + " " + path + " answered " + answer.status() + " " + answer.text();
        JsonNode response = operation.get().at("/responses/" + answer.status());
        assertThat(response.isObject()).as("the status is described: " + asked).isTrue();
        JsonNode content = response.path("content");
        if (answer.text().isEmpty()) {
            assertThat(content.isEmpty()).as("a body is described: " + asked).isTrue();
            return;
        }
        String type = answer.type().replaceFirst(";.*", "");
        assertThat(content.has(type))
                .as("the type " + type + " is described: " + asked)
                .isTrue();
        // Of lines of JSON, the description is of the text.
        if (type.equals("application/json") || type.equals("application/problem+json")) {
            ObjectNode schema =
                    content.at("/" + type.replace("/", "~1") + "/schema").deepCopy();
            schema.set("components", components);
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(answer.json()))
                    .as(asked)
                    .isEmpty();
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        if (!path.startsWith(OURS)) {
            return Optional.empty();
        }
        String[] asked = path.split("/");
        return paths.properties().stream()
                .filter(entry -> matches(entry.getKey().split("/"), asked))
                .min((a, b) -> Integer.compare(placeholders(a.getKey()), placeholders(b.getKey())))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(JsonNode::isObject);
    }

    private static boolean matches(String[] template, String[] asked) {
        return template.length == asked.length
                && Arrays.equals(template, asked, (a, b) -> a.startsWith("{") ? 0 : a.compareTo(b));
    }

    private static int placeholders(String path) {
        return path.split("\\{").length;
    }
}
