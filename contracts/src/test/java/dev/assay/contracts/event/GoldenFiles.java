package dev.assay.contracts.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.ControlRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The golden samples of version 1. A file that exists is never written again: it must parse for ever. */
final class GoldenFiles {

    static final Path FOLDER = Path.of("src/test/resources/golden/v1");

    /** Roots of events, by the beginning of their files' names. */
    static final Map<String, Class<?>> EVENTS = Map.ofEntries(
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
            Map.entry("dead-letter", DeadLetter.class));

    private GoldenFiles() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".json"))
                    .map(f -> f.substring(0, f.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static JsonNode read(String name) throws IOException {
        return EventJson.mapper().readTree(FOLDER.resolve(name + ".json").toFile());
    }

    static Class<?> eventOf(String name) {
        return EVENTS.entrySet().stream()
                .filter(e -> name.equals(e.getKey()) || name.startsWith(e.getKey() + "-"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no event for the file " + name));
    }

    /** What is read from the JSON and written again. */
    static JsonNode roundTrip(JsonNode json, Class<?> type) throws IOException {
        Object event = EventJson.mapper().treeToValue(json, type);
        return EventJson.mapper().readTree(EventJson.mapper().writerFor(type).writeValueAsBytes(event));
    }
}
