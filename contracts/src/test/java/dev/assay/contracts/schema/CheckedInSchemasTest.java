package dev.assay.contracts.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.event.DeadLetter;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.registry.ControlRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The schemas in the repository are what the records say. Run with {@code -Dupdate=true} to write them anew. */
class CheckedInSchemasTest {

    static final Path FOLDER = Path.of("src/main/resources/schemas");

    private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Map<String, Class<?>> EVENTS = new TreeMap<>(Map.ofEntries(
            Map.entry("run-command", RunCommand.class),
            Map.entry("run-event", RunEvent.class),
            Map.entry("prompt-task", PromptTask.class),
            Map.entry("task-event", TaskEvent.class),
            Map.entry("attempt-outcome", AttemptOutcome.class),
            Map.entry("score-event", ScoreEvent.class),
            Map.entry("charge-event", ChargeEvent.class),
            Map.entry("judge-event", JudgeEvent.class),
            Map.entry("dataset-chunk", DatasetChunk.class),
            Map.entry("worker-heartbeat", WorkerHeartbeat.class),
            Map.entry("control-record", ControlRecord.class),
            Map.entry("dead-letter", DeadLetter.class)));

    static Set<String> events() {
        return EVENTS.keySet();
    }

    static List<Path> goldenFiles() throws IOException {
        try (Stream<Path> files = Files.list(GOLDEN)) {
            return files.sorted().toList();
        }
    }

    @BeforeAll
    static void write_the_files_if_asked_to() throws IOException {
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(FOLDER);
            for (String event : events()) {
                Files.writeString(FOLDER.resolve(event + ".json"), generated(event));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void the_schema_of_an_event_is_what_its_record_says(String event) throws IOException {
        // When
        String checkedIn = Files.readString(FOLDER.resolve(event + ".json"));

        // Then
        assertThat(checkedIn).isEqualTo(generated(event));
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_golden_sample_fits_the_schema_of_its_event(Path golden) throws IOException {
        // Given
        String name = golden.getFileName().toString();
        String event =
                EVENTS.keySet().stream().filter(name::startsWith).findFirst().orElseThrow();
        JsonSchema schema = schema(FOLDER.resolve(event + ".json"));

        // When
        Set<ValidationMessage> found = schema.validate(JSON.readTree(golden.toFile()));

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("goldenFiles")
    void a_sample_with_a_broken_id_does_not_fit(Path golden) throws IOException {
        // Given
        String name = golden.getFileName().toString();
        String event =
                EVENTS.keySet().stream().filter(name::startsWith).findFirst().orElseThrow();
        JsonNode broken = JSON.readTree(Files.readString(golden)
                .replace("01jd3x5m8q2v7c9e4k6n0p1r2", "01JD3X5M8Q2V7C9E4K6N0P1R2")
                .replace("\"id\" : \"", "\"id\" : \" ")
                .replace("\"version\" : \"pb", "\"version\" : \" "));

        // When
        Set<ValidationMessage> found = schema(FOLDER.resolve(event + ".json")).validate(broken);

        // Then
        assertThat(found).isNotEmpty();
    }

    @Test
    void there_is_a_schema_of_every_event_and_of_all_files_and_no_other() throws IOException {
        // Given
        List<String> expected = Stream.concat(
                        EVENTS.keySet().stream(), Stream.of("run-spec", "platform-file", "gate-policy"))
                .map(n -> n + ".json")
                .sorted()
                .toList();

        // When
        List<String> files;
        try (Stream<Path> listed = Files.list(FOLDER)) {
            files = listed.map(f -> f.getFileName().toString()).sorted().toList();
        }

        // Then
        assertThat(files).isEqualTo(expected);
    }

    private static String generated(String event) throws IOException {
        return JSON.writeValueAsString(new EventSchemas().of(event + ".v1", EVENTS.get(event))) + "\n";
    }

    private static JsonSchema schema(Path file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(file));
    }
}
