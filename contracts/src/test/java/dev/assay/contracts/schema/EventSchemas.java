package dev.assay.contracts.schema;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdForm;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.WorkerId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Derives the JSON Schema of an event from its record: what writers of this version write. */
final class EventSchemas {

    private static final String ULID = "^" + IdForm.ULID.pattern() + "$";
    private static final String NAME = "^" + IdForm.NAME.pattern() + "$";
    private static final Map<Class<?>, String> ID_PATTERNS = Map.of(
            ModelId.class, "^" + IdForm.MODEL.pattern() + "$",
            GroupId.class, NAME,
            PoolId.class, NAME,
            ConnectionId.class, NAME,
            WorkerId.class, NAME,
            PriceBookVersion.class, NAME,
            ContentHash.class, "^sha256:[0-9a-f]{64}$");
    private static final Map<String, String> COMPOSED_IDS = Map.of(
            "TaskId", "^" + IdForm.ULID.pattern() + "(\\.[0-9]{1,9}){3}$",
            "AttemptId", "^" + IdForm.ULID.pattern() + "(\\.[0-9]{1,9}){3}#[0-9]{1,9}$");

    private final SchemaGenerator generator;

    EventSchemas() {
        SchemaGeneratorConfigBuilder builder =
                new SchemaGeneratorConfigBuilder(SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        builder.with(new JacksonModule());
        builder.with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS, Option.FLATTENED_ENUMS, Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        builder.forFields().withRequiredCheck(EventSchemas::isRequired);
        builder.forFields().withTargetTypeOverridesResolver(EventSchemas::asText);
        builder.forTypesInGeneral().withCustomDefinitionProvider(EventSchemas::scalar);
        this.generator = new SchemaGenerator(builder.build());
    }

    JsonNode of(String title, Class<?> event) {
        ObjectNode schema = generator.generateSchema(event);
        ObjectNode titled = schema.objectNode();
        titled.set("$schema", schema.remove("$schema"));
        titled.put("title", title);
        titled.setAll(schema);
        return titled;
    }

    /** Readers take an absent list or map for an empty one. */
    private static boolean isRequired(FieldScope field) {
        Class<?> raw = field.getType().getErasedType();
        boolean container = Collection.class.isAssignableFrom(raw) || Map.class.isAssignableFrom(raw);
        return !container && !field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<ResolvedType> asText(FieldScope field) {
        JsonFormat format = field.getAnnotationConsideringFieldAndGetter(JsonFormat.class);
        boolean text = format != null && format.shape() == JsonFormat.Shape.STRING;
        return text ? List.of(field.getContext().resolve(String.class)) : null;
    }

    private static CustomDefinition scalar(ResolvedType type, SchemaGenerationContext context) {
        Class<?> raw = type.getErasedType();
        ObjectNode schema = context.getGeneratorConfig().createObjectNode();
        if (raw == Instant.class) {
            return inline(schema.put("type", "string").put("format", "date-time"));
        }
        if (raw == URI.class) {
            return inline(schema.put("type", "string").put("format", "uri"));
        }
        if (raw == BigDecimal.class) {
            return inline(schema.put("type", "number"));
        }
        if (raw == byte[].class) {
            return inline(schema.put("type", "string").put("contentEncoding", "base64"));
        }
        boolean id =
                raw.isRecord() && Arrays.stream(raw.getMethods()).anyMatch(m -> m.isAnnotationPresent(JsonValue.class));
        return id ? inline(schema.put("type", "string").put("pattern", patternOf(raw))) : null;
    }

    private static String patternOf(Class<?> id) {
        return COMPOSED_IDS.getOrDefault(id.getSimpleName(), ID_PATTERNS.getOrDefault(id, ULID));
    }

    private static CustomDefinition inline(ObjectNode schema) {
        return new CustomDefinition(
                schema, CustomDefinition.DefinitionType.INLINE, CustomDefinition.AttributeInclusion.NO);
    }
}
