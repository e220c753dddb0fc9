package dev.assay.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.window.CommitWindow;
import dev.assay.messaging.window.WindowCommit;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import dev.assay.workers.TestBroker;
import dev.assay.workers.TopicLog;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TaskIntakeTest {

    private static final Map<String, String> SMALL =
            Map.of("workers.slots", "8", "workers.commit-interval", "PT0.1S", "workers.drain-time", "PT10S");
    private static final Map<String, String> LARGE =
            Map.of("workers.slots", "200", "workers.commit-interval", "PT0.1S", "workers.drain-time", "PT10S");

    @TempDir
    static Path folder;

    private static TestBroker broker;
    private static Vertx vertx;
    private static KafkaProducer<String, byte[]> producer;
    private static Admin admin;

    private final RunId run = new UlidSource(Clock.systemUTC(), new Random()).nextRun();
    private final Map<Integer, AtomicInteger> callsByItem = new ConcurrentHashMap<>();
    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private volatile IntPredicate holding = item -> false;
    private volatile long delayMillis = 0;
    private FakeProvider provider;
    private TopicLog<AttemptOutcome> outcomes;
    private TopicLog<TaskEvent> taskEvents;

    @BeforeAll
    static void startBroker() throws Exception {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        // A worker is killed by an error on its thread.
        Awaitility.doNotCatchUncaughtExceptionsByDefault();
        broker = TestBroker.start(folder);
        vertx = Vertx.vertx();
        producer = TestWorker.producer(broker);
        admin = broker.admin();
    }

    @AfterAll
    static void stopBroker() {
        admin.close();
        producer.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
        broker.close();
    }

    @BeforeEach
    void listen() {
        provider = new FakeProvider(vertx, (request, body) -> {
            int item = itemOf(body.toString());
            callsByItem.computeIfAbsent(item, i -> new AtomicInteger()).incrementAndGet();
            if (holding.test(item)) {
                held.add(request);
            } else if (delayMillis > 0) {
                vertx.setTimer(delayMillis, timer -> answer(request));
            } else {
                answer(request);
            }
        });
        outcomes = new TopicLog<>(broker, Topic.OUTCOMES, AttemptOutcome.class);
        taskEvents = new TopicLog<>(broker, Topic.TASK_EVENTS, TaskEvent.class);
    }

    @AfterEach
    void close() throws Exception {
        releaseHeld();
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
        outcomes.close();
        taskEvents.close();
        provider.close();
    }

    private static int itemOf(String body) {
        try {
            JsonNode task = EventJson.mapper().readTree(body).path("assay").path("task");
            return TaskId.parse(task.asText()).item();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer(HttpServerRequest request) {
        var unused =
                request.response().putHeader("content-type", "application/json").end(FakeProvider.completion("8"));
    }

    private void releaseHeld() {
        holding = item -> false;
        for (HttpServerRequest request = held.poll(); request != null; request = held.poll()) {
            answer(request);
        }
    }

    private TestWorker worker(String name, Map<String, String> settings) {
        TestWorker worker =
                new TestWorker(broker, vertx, name, provider.connection(Connection.Kind.SIMULATOR, null), settings);
        open.add(worker);
        return worker.start();
    }

    private PromptTask task(int item) {
        return Samples.of(Samples.task(item), new AttemptId(new TaskId(run, 0, item, 0), 1));
    }

    private void dispatch(int from, int to) throws Exception {
        for (int item = from; item < to; item++) {
            dispatch(task(item));
        }
        producer.flush();
    }

    private void dispatch(PromptTask task) throws Exception {
        send(task.attemptId().task().toString(), EventJson.mapper().writeValueAsBytes(task));
    }

    private void send(String key, byte[] value) {
        var unused = producer.send(new ProducerRecord<>(Topic.PROMPT_TASKS.topicName(), key, value));
    }

    private List<TaskId> answered() {
        return outcomes.events().stream()
                .filter(outcome -> outcome.runId().equals(run) && outcome.outcome() instanceof Outcome.Answered)
                .map(outcome -> outcome.attemptId().task())
                .toList();
    }

    private <E extends TaskEvent> List<E> events(Class<E> type) {
        return taskEvents.events().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private int calls() {
        return callsByItem.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    /** How many records a new owner of all partitions would work on, as the broker's commits say. */
    private static long left() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> commits = admin.listConsumerGroupOffsets(TaskConsumers.GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        long left = 0;
        for (int number = 0; number < Topic.PROMPT_TASKS.partitions(); number++) {
            TopicPartition partition = new TopicPartition(Topic.PROMPT_TASKS.topicName(), number);
            long end = admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
            OffsetAndMetadata commit = commits.get(partition);
            CommitWindow window = commit == null
                    ? CommitWindow.startingAt(0)
                    : CommitWindow.resuming(new WindowCommit(commit.offset(), commit.metadata()));
            left += LongStream.range(window.position(), end)
                    .filter(window::receive)
                    .count();
        }
        return left;
    }

    @Test
    void every_task_is_announced_called_once_and_settled() throws Exception {
        // Given
        worker("w-1", SMALL);

        // When
        dispatch(0, 300);

        // Then
        await().untilAsserted(() -> assertThat(events(TaskEvent.Settled.class)).hasSize(300));
        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(answered()).doesNotHaveDuplicates().hasSize(300);
        assertThat(calls()).isEqualTo(300);
        assertThat(events(TaskEvent.Accepted.class))
                .extracting(TaskEvent.Accepted::callId)
                .containsExactlyInAnyOrderElementsOf(
                        outcomes.events().stream().map(AttemptOutcome::callId).toList());
        assertThat(events(TaskEvent.Settled.class)).allMatch(TaskEvent.Settled::finalForTask);
    }

    @Test
    void tasks_that_come_together_are_announced_together() throws Exception {
        // Given
        holding = item -> true;
        dispatch(0, 150);

        // When
        worker("w-1", LARGE);

        // Then
        await().untilAsserted(() -> assertThat(events(TaskEvent.Accepted.class)).hasSize(150));
        assertThat(taskEvents.records()).isLessThan(50);
        await().until(() -> held.size() == 150);
        releaseHeld();
        await().untilAsserted(
                        () -> assertThat(answered()).doesNotHaveDuplicates().hasSize(150));
    }

    @Test
    void a_call_that_finished_before_the_crash_is_not_made_again() throws Exception {
        // Given
        holding = item -> item % 10 == 0;
        TestWorker first = worker("w-1", LARGE);
        dispatch(0, 600);
        await().untilAsserted(() -> assertThat(events(TaskEvent.Settled.class)).hasSize(540));
        await().untilAsserted(() -> assertThat(left()).isEqualTo(60));

        // When
        first.kill();
        holding = item -> false;
        worker("w-2", LARGE);

        // Then
        await().untilAsserted(() -> assertThat(answered()).hasSize(600));
        await().untilAsserted(() -> assertThat(left()).isZero());
        assertThat(answered()).doesNotHaveDuplicates();
        assertThat(calls()).isEqualTo(660);
        assertThat(IntStream.range(0, 600).filter(item -> callsByItem.get(item).get() > 1))
                .allMatch(item -> item % 10 == 0);
    }

    @Test
    void a_worker_that_joins_takes_partitions_without_repeating_a_call() throws Exception {
        // Given
        delayMillis = 20;
        worker("w-1", SMALL);
        dispatch(0, 300);
        await().untilAsserted(() -> assertThat(answered()).isNotEmpty());

        // When
        TestWorker second = worker("w-2", SMALL);
        await().until(second::isReady);
        dispatch(300, 600);

        // Then
        await().untilAsserted(() -> assertThat(done()).hasSize(600));
        assertThat(callsByItem.values()).allMatch(count -> count.get() == 1);
        assertThat(events(TaskEvent.Settled.class)).hasSize(answered().size());
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    /** Tasks that are answered or given back to the orchestrator. */
    private java.util.Set<TaskId> done() {
        java.util.Set<TaskId> done = new java.util.HashSet<>(answered());
        events(TaskEvent.Released.class)
                .forEach(released -> done.add(released.attemptId().task()));
        return done;
    }

    @Test
    void a_worker_that_drains_finishes_its_calls_and_gives_the_rest_back() throws Exception {
        // Given
        holding = item -> true;
        TestWorker worker = worker("w-1", SMALL);
        dispatch(0, 12);
        await().until(() -> held.size() == 8 && worker.hand.room().tasks() == 12);

        // When
        Thread draining = Thread.ofPlatform().start(() -> {
            try {
                worker.drain();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().untilAsserted(() -> assertThat(events(TaskEvent.Released.class)).hasSize(4));
        dispatch(12, 20);
        releaseHeld();
        draining.join();

        // Then
        assertThat(answered()).hasSize(8);
        assertThat(events(TaskEvent.Released.class))
                .allMatch(released -> released.reason() == TaskEvent.Reason.DRAINED && released.callId() != null);
        assertThat(calls()).isEqualTo(8);
        assertThat(left()).isEqualTo(8);
        worker("w-2", SMALL);
        await().untilAsserted(() -> assertThat(answered()).hasSize(16));
        assertThat(calls()).isEqualTo(16);
    }

    @Test
    void calls_that_outlast_the_drain_time_are_left_to_the_next_worker() throws Exception {
        // Given
        holding = item -> true;
        TestWorker worker = worker("w-1", Map.of("workers.slots", "8", "workers.drain-time", "PT0.2S"));
        dispatch(0, 4);
        await().until(() -> held.size() == 4);

        // When
        worker.drain();

        // Then
        assertThat(answered()).isEmpty();
        assertThat(left()).isEqualTo(4);
        holding = item -> false;
        worker("w-2", SMALL);
        await().untilAsserted(() -> assertThat(answered()).hasSize(4));
        assertThat(calls()).isEqualTo(8);
    }

    @Test
    void a_task_that_comes_too_late_is_given_back_without_a_call() throws Exception {
        // Given
        worker("w-1", SMALL);

        // When
        dispatch(Samples.startingBy(task(0), Instant.now().minusSeconds(1)));

        // Then
        await().untilAsserted(() -> assertThat(events(TaskEvent.Released.class)).hasSize(1));
        TaskEvent.Released released = events(TaskEvent.Released.class).getFirst();
        assertThat(released.reason()).isEqualTo(TaskEvent.Reason.EXPIRED);
        assertThat(released.callId()).isNull();
        assertThat(calls()).isZero();
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    @Test
    void a_record_that_cannot_be_read_does_not_stop_the_others() throws Exception {
        // Given
        worker("w-1", SMALL);

        // When
        for (int i = 0; i < 20; i++) {
            send("poison-" + i, new byte[] {'{', 'x'});
            dispatch(task(i));
        }

        // Then
        await().untilAsserted(() -> assertThat(answered()).hasSize(20));
        await().untilAsserted(() -> assertThat(left()).isZero());
    }

    @Test
    void no_more_is_taken_than_there_is_room_for() throws Exception {
        // Given
        holding = item -> true;
        TestWorker worker = worker("w-1", SMALL);

        // When
        dispatch(0, 200);

        // Then
        await().until(() -> held.size() == 8);
        await().during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> worker.hand.room().tasks() <= 16);
        assertThat(worker.isReady()).isTrue();
        releaseHeld();
        await().untilAsserted(() -> assertThat(answered()).hasSize(200));
        assertThat(calls()).isEqualTo(200);
    }
}
