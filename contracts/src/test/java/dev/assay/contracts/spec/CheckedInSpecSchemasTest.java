package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.assay.contracts.id.ConnectionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas of the files that people write are what the reader checks. Run with {@code -Dupdate=true} to write them anew. */
class CheckedInSpecSchemasTest {

    private static final Path FOLDER = Path.of("src/main/resources/schemas");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @BeforeAll
    static void write_the_files_if_asked_to() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve("run-spec.json"), generated("run-spec"));
            Files.writeString(FOLDER.resolve("platform-file.json"), generated("platform-file"));
            Files.writeString(FOLDER.resolve("gate-policy.json"), generated("gate-policy"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"run-spec", "platform-file", "gate-policy"})
    void the_schema_is_what_the_shape_says(String name) throws IOException {
        // When
        String checkedIn = Files.readString(FOLDER.resolve(name + ".json"));

        // Then
        assertThat(checkedIn).isEqualTo(generated(name));
    }

    @Test
    void what_the_reader_accepts_fits_the_schema() throws IOException {
        // Given
        List<Parsed<?>> accepted = List.of(
                new RunSpecReader(Vocabulary.standard()).read(SpecTexts.FULL_RUN, "run.yaml"),
                new RunSpecReader(Vocabulary.standard()).read(SpecTexts.SMALL_RUN, "run.yaml"),
                new PlatformFileReader(Set.of(new ConnectionId("sim"))).read(SpecTexts.PLATFORM, "platform.yaml"),
                new GatePolicyReader().read(SpecTexts.GATE, "gate.yaml"));

        // When
        List<JsonNode> documents = accepted.stream()
                .map(p -> ((Parsed.Valid<?>) p).document().json())
                .map(CheckedInSpecSchemasTest::tree)
                .toList();

        // Then
        assertThat(schema("run-spec").validate(documents.get(0))).isEmpty();
        assertThat(schema("run-spec").validate(documents.get(1))).isEmpty();
        assertThat(schema("platform-file").validate(documents.get(2))).isEmpty();
        assertThat(schema("gate-policy").validate(documents.get(3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"benchmark\": \"x\", \"models\": []}",
                "{\"benchmark\": \"x\", \"models\": [\"a\"], \"unknown\": 1}",
                "{\"benchmark\": \"x\", \"models\": [{\"name\": \"a\", \"temperature\": -1}]}",
                "{\"benchmark\": \"x\", \"models\": [\"a\"], \"repeats\": 0}",
                "{\"benchmark\": \"x\", \"models\": [\"a\"], \"budget\": \"-3\"}",
                "{\"benchmark\": {\"name\": \"x\"}, \"models\": [\"a\"]}"
            })
    void what_the_shape_refuses_does_not_fit_the_schema(String json) throws IOException {
        // When
        boolean accepted = new RunSpecReader(Vocabulary.standard()).read(json, "run.json") instanceof Parsed.Valid<?>;

        // Then
        assertThat(accepted).isFalse();
        assertThat(schema("run-spec").validate(tree(json))).isNotEmpty();
    }

    private static String generated(String name) throws IOException {
        JsonNode schema = switch (name) {
            case "run-spec" -> ShapeSchema.of("A run of Assay", RunShape.of());
            case "gate-policy" -> ShapeSchema.of("A gate policy of Assay", GateShape.of());
            default -> ShapeSchema.of("A platform file of Assay", PlatformShape.of());
        };
        return JSON.writeValueAsString(schema) + "\n";
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonSchema schema(String name) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(FOLDER.resolve(name + ".json")));
    }
}
