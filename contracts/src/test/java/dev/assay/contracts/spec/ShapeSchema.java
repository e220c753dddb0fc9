package dev.assay.contracts.spec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;

/**
 * Writes the JSON Schema of a shape. Numbers are allowed where text is, because the reader takes them by their source;
 * what only the reader can decide (names that exist, amounts, currencies) is left to it.
 */
final class ShapeSchema {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ShapeSchema() {}

    static JsonNode of(String title, Shape shape) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.setAll(of(shape));
        return schema;
    }

    private static ObjectNode of(Shape shape) {
        ObjectNode schema = JSON.objectNode();
        return switch (shape) {
            case Shape.Text text -> text(schema, text);
            case Shape.Words words -> {
                ArrayNode values = schema.put("type", "string").putArray("enum");
                words.words().forEach(values::add);
                yield schema;
            }
            case Shape.Numeric numeric -> number(schema, numeric);
            case Shape.Flag flag -> schema.put("type", "boolean");
            case Shape.Listed listed -> {
                schema.put("type", "array").set("items", of(listed.element()));
                if (listed.least() > 0) {
                    schema.put("minItems", listed.least());
                }
                yield listed.most() == Integer.MAX_VALUE ? schema : schema.put("maxItems", listed.most());
            }
            case Shape.Keyed keyed -> {
                schema.put("type", "object").put("maxProperties", keyed.most());
                schema.putObject("propertyNames")
                        .put("pattern", "^" + keyed.keys().pattern() + "$");
                yield schema.set("additionalProperties", of(keyed.value()));
            }
            case Shape.Fields fields -> fields(schema, fields);
            case Shape.AnyOf anyOf -> {
                ArrayNode shapes = schema.putArray("anyOf");
                anyOf.shapes().forEach(s -> shapes.add(of(s)));
                yield schema;
            }
            case Shape.Anything anything -> schema;
        };
    }

    private static ObjectNode text(ObjectNode schema, Shape.Text text) {
        schema.putArray("type").add("string").add("number");
        if (text.pattern() != null) {
            schema.put("pattern", text.pattern());
        }
        return text.longest() == Integer.MAX_VALUE ? schema : schema.put("maxLength", text.longest());
    }

    private static ObjectNode number(ObjectNode schema, Shape.Numeric numeric) {
        schema.put("type", numeric.whole() ? "integer" : "number");
        if (numeric.least().compareTo(BigDecimal.valueOf(Long.MIN_VALUE)) > 0) {
            schema.put(numeric.above() ? "exclusiveMinimum" : "minimum", numeric.least());
        }
        boolean bounded = numeric.most().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return bounded ? schema.put("maximum", numeric.most()) : schema;
    }

    /** An empty value counts as absent where the key is optional. */
    private static ObjectNode fields(ObjectNode schema, Shape.Fields fields) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = JSON.arrayNode();
        for (Shape.Field field : fields.fields()) {
            ObjectNode property = properties.putObject(field.key());
            property.put("description", field.about());
            property.setAll(of(field.shape()));
            if (field.required()) {
                required.add(field.key());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return fields.rest() == null ? schema.put("additionalProperties", false) : schema;
    }
}
