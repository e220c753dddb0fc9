package dev.assay.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.ControlRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenSamplesTest {

    /** Maps whose keys are data: an unknown key there is no unknown field. */
    private static final Set<String> FREE_MAPS =
            Set.of("parameters", "extra", "tags", "responseHeaders", "extracted", "scores", "unscored", "prices");

    private static final Pattern ENUM_VALUE = Pattern.compile("[A-Z][A-Z_]+");
    private static final Set<String> ENUM_FIELDS = Set.of(
            "state", "result", "failure", "reason", "kind", "status", "goal", "about", "verdict", "asGiven", "swapped");

    @BeforeAll
    static void write_missing_files_if_asked_to() throws IOException {
        if (Boolean.getBoolean("update")) {
            for (Map.Entry<String, Object> sample : EventSamples.all().entrySet()) {
                Path file = GoldenFiles.FOLDER.resolve(sample.getKey() + ".json");
                if (!Files.exists(file)) {
                    String json = EventJson.mapper()
                            .writerFor(GoldenFiles.eventOf(sample.getKey()))
                            .withDefaultPrettyPrinter()
                            .writeValueAsString(sample.getValue());
                    Files.writeString(file, json + "\n");
                }
            }
        }
    }

    static List<String> files() {
        return GoldenFiles.names();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_golden_sample_is_read_and_written_as_it_was(String file) throws IOException {
        // Given
        JsonNode golden = GoldenFiles.read(file);

        // When
        JsonNode written = GoldenFiles.roundTrip(golden, GoldenFiles.eventOf(file));

        // Then
        assertThat(written).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("files")
    void unknown_fields_at_every_level_are_ignored(String file) throws IOException {
        // Given
        JsonNode golden = GoldenFiles.read(file);
        JsonNode extended = golden.deepCopy();
        addUnknownFields(extended, "");

        // When
        JsonNode written = GoldenFiles.roundTrip(extended, GoldenFiles.eventOf(file));

        // Then
        assertThat(written).isEqualTo(golden);
    }

    @ParameterizedTest
    @MethodSource("files")
    void unknown_enum_values_become_UNKNOWN(String file) throws IOException {
        // Given
        JsonNode changed = GoldenFiles.read(file).deepCopy();
        JsonNode expected = changed.deepCopy();
        replaceEnumValues(changed, "BRAND_NEW");
        replaceEnumValues(expected, "UNKNOWN");

        // When
        JsonNode written = GoldenFiles.roundTrip(changed, GoldenFiles.eventOf(file));

        // Then
        assertThat(written).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("files")
    void each_field_that_has_to_be_there_is_missed(String file) throws IOException {
        // Given
        JsonNode golden = GoldenFiles.read(file);
        Class<?> event = GoldenFiles.eventOf(file);
        List<String> missed = new ArrayList<>();

        // When
        golden.fieldNames().forEachRemaining(field -> {
            ObjectNode incomplete = golden.deepCopy();
            incomplete.remove(field);
            if (!field.equals("type") && !isReadable(incomplete, event)) {
                missed.add(field);
            }
        });

        // Then
        boolean control = event == ControlRecord.class;
        assertThat(missed).contains(control ? firstField(golden) : "eventId");
    }

    @Test
    void every_variant_of_every_event_has_a_golden_sample() {
        // Given
        List<String> expected = new ArrayList<>();
        GoldenFiles.EVENTS.forEach((name, event) -> expected.addAll(fileNames(name, event)));

        // When
        List<String> files = GoldenFiles.names();

        // Then
        assertThat(files).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_variant_has_a_type_name() {
        // Given
        Stream<Class<?>> roots = Stream.concat(GoldenFiles.EVENTS.values().stream(), Stream.of(Outcome.class))
                .filter(Class::isSealed);

        // Then
        assertThat(roots)
                .isNotEmpty()
                .allSatisfy(root -> assertThat(
                                Arrays.stream(root.getPermittedSubclasses()).filter(c -> !isUnrecognised(c)))
                        .containsExactlyInAnyOrderElementsOf(subTypes(root).stream()
                                .<Class<?>>map(JsonSubTypes.Type::value)
                                .toList()));
    }

    @Test
    void an_unknown_type_is_read_as_unrecognised() throws IOException {
        // Given
        String json = "{\"type\": \"brand-new\", \"eventId\": 1, \"more\": {\"x\": []}}";
        List<Class<?>> roots = Stream.concat(GoldenFiles.EVENTS.values().stream(), Stream.of(Outcome.class))
                .filter(Class::isSealed)
                .toList();

        // When
        List<Class<?>> read = new ArrayList<>();
        for (Class<?> root : roots) {
            read.add(EventJson.mapper().readValue(json, root).getClass());
        }

        // Then
        assertThat(read).hasSize(8).allMatch(GoldenSamplesTest::isUnrecognised);
    }

    private static List<String> fileNames(String name, Class<?> event) {
        Class<?> sealedPart = event == AttemptOutcome.class ? Outcome.class : event;
        return sealedPart.isSealed()
                ? subTypes(sealedPart).stream().map(t -> name + "-" + t.name()).toList()
                : List.of(name);
    }

    private static List<JsonSubTypes.Type> subTypes(Class<?> root) {
        return List.of(root.getAnnotation(JsonSubTypes.class).value());
    }

    private static boolean isUnrecognised(Class<?> type) {
        return type.getSimpleName().equals("Unrecognised");
    }

    private static boolean isReadable(JsonNode json, Class<?> event) {
        try {
            GoldenFiles.roundTrip(json, event);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static String firstField(JsonNode golden) {
        return Stream.of("id", "book", "run").filter(golden::has).findFirst().orElseThrow();
    }

    private static void addUnknownFields(JsonNode node, String name) {
        node.properties().forEach(e -> addUnknownFields(e.getValue(), e.getKey()));
        if (node.isArray()) {
            node.forEach(item -> addUnknownFields(item, name));
        }
        if (node instanceof ObjectNode object && !FREE_MAPS.contains(name)) {
            object.putObject("brandNew").putArray("field").add(1);
        }
    }

    private static void replaceEnumValues(JsonNode node, String by) {
        node.forEach(child -> replaceEnumValues(child, by));
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(e -> ENUM_FIELDS.contains(e.getKey())
                            && ENUM_VALUE.matcher(e.getValue().asText()).matches())
                    .map(Map.Entry::getKey)
                    .toList()
                    .forEach(field -> object.set(field, TextNode.valueOf(by)));
        }
    }
}
