package dev.assay.gateway.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.topic.Topic;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.datasets.ReadDataset;
import dev.assay.gateway.datasets.StoredDataset;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.messaging.publish.Outgoing;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private final FixedClock clock = new FixedClock();
    private final IdSource ids = new UlidSource(clock, new SplittableRandom(1));
    private final List<Outgoing> published = new CopyOnWriteArrayList<>();
    private final AtomicBoolean away = new AtomicBoolean();
    private final AtomicReference<String> cluster = new AtomicReference<>("one");
    private Database database;
    private Outbox outbox;

    @BeforeEach
    void an_empty_outbox() {
        database = TestDatabase.empty();
        outbox = new Outbox(
                database,
                records -> {
                    if (away.get()) {
                        throw new IllegalStateException("no broker");
                    }
                    published.addAll(records);
                },
                new DatasetChunks(cluster::get, ids, clock),
                clock);
    }

    private void add(String key, String event, Long dataset) {
        database.change(connection ->
                outbox.add(connection, new Outgoing(Topic.RUN_COMMANDS, key, Map.of("name", event)), dataset));
    }

    private StoredDataset dataset(int items) {
        String text = IntStream.range(0, items)
                .mapToObj(i -> "{\"question\": \"" + "x".repeat(1000) + i + "\"}")
                .collect(Collectors.joining("\n"));
        ReadDataset read = ReadDataset.of(text.getBytes(StandardCharsets.UTF_8), DatasetFormat.JSONL);
        return database.write(connection -> new Datasets(database, clock).put(connection, read));
    }

    private List<DatasetChunk> chunks() {
        return published.stream()
                .filter(record -> record.topic() == Topic.DATASETS)
                .map(record -> (DatasetChunk) record.event())
                .toList();
    }

    @Test
    void records_of_a_key_are_published_once_and_in_order() {
        // Given
        add("run-1", "submit", null);
        add("run-1", "pause", null);
        add("run-2", "submit", null);

        // When
        outbox.publish("run-1");
        outbox.publish("run-1");

        // Then
        assertThat(published)
                .extracting(record -> record.key() + " " + record.event())
                .containsExactly("run-1 {\"name\":\"submit\"}", "run-1 {\"name\":\"pause\"}");
        assertThat(outbox.waiting()).containsExactly("run-2");
    }

    @Test
    void what_the_broker_did_not_take_stays() {
        // Given
        add("run-1", "submit", null);
        away.set(true);

        // When
        assertThatThrownBy(() -> outbox.publish("run-1")).isInstanceOf(IllegalStateException.class);
        List<String> waiting = outbox.waiting();
        away.set(false);
        outbox.publish("run-1");

        // Then
        assertThat(waiting).containsExactly("run-1");
        assertThat(published).hasSize(1);
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void a_record_of_a_transaction_that_failed_was_never_there() {
        // When
        assertThatThrownBy(() -> database.change(connection -> {
                    outbox.add(connection, new Outgoing(Topic.RUN_COMMANDS, "run-1", Map.of()), null);
                    throw new IllegalStateException("the process died");
                }))
                .hasMessage("the process died");

        // Then
        assertThat(outbox.waiting()).isEmpty();
    }

    @Test
    void the_chunks_of_a_dataset_go_first_and_once() {
        // Given
        StoredDataset dataset = dataset(1_200);
        add("run-1", "submit", dataset.key());
        add("run-2", "submit", dataset.key());

        // When
        outbox.publish("run-1");
        outbox.publish("run-2");

        // Then
        assertThat(published.getLast().topic()).isEqualTo(Topic.RUN_COMMANDS);
        assertThat(chunks()).hasSize(3);
        assertThat(chunks().stream().mapToInt(chunk -> chunk.items().size()).sum())
                .isEqualTo(1_200);
        assertThat(chunks()).allSatisfy(chunk -> {
            assertThat(chunk.dataset()).isEqualTo(dataset.hash());
            assertThat(chunk.totalItems()).isEqualTo(1_200);
            assertThat(chunk.items().stream().mapToInt(String::length).sum()).isLessThanOrEqualTo(512 * 1024);
        });
        assertThat(chunks().getLast().itemIds().getLast()).isEqualTo("item-1199");
        assertThat(published.indexOf(published.stream()
                        .filter(record -> record.topic() == Topic.RUN_COMMANDS)
                        .findFirst()
                        .orElseThrow()))
                .isEqualTo(3);
    }

    @Test
    void another_cluster_or_a_long_time_means_publishing_again() {
        // Given
        StoredDataset dataset = dataset(1);
        add("run-1", "submit", dataset.key());
        outbox.publish("run-1");

        // When
        cluster.set("two");
        add("run-2", "submit", dataset.key());
        outbox.publish("run-2");
        int afterMoving = chunks().size();
        clock.advance(Duration.ofHours(25));
        add("run-3", "submit", dataset.key());
        outbox.publish("run-3");

        // Then
        assertThat(afterMoving).isEqualTo(2);
        assertThat(chunks()).hasSize(3);
    }

    @Test
    void a_sweep_publishes_what_a_dead_process_left() {
        // Given
        add("run-1", "submit", null);
        add("run-2", "submit", null);

        // When
        try (OutboxRunner runner = new OutboxRunner(outbox)) {
            runner.sweep();
            await().until(() -> outbox.waiting().isEmpty());
        }

        // Then
        assertThat(published).extracting(Outgoing::key).containsExactlyInAnyOrder("run-1", "run-2");
        assertThat(StoredRuns.dump(database, "outbox", "1")).isEmpty();
    }
}
