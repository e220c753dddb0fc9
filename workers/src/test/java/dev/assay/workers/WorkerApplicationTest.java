package dev.assay.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.DeadLetter;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.RunControl;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole service, as it is wired. */
@QuarkusTest
@QuarkusTestResource(BrokerResource.class)
@Timeout(120)
class WorkerApplicationTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    EventPublisher publisher;

    @Inject
    ControlMirror control;

    @Inject
    IdSource ids;

    @Inject
    Vertx vertx;

    @TestHTTPResource("/q/health/ready")
    URL ready;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final Queue<HttpServerRequest> held = new ConcurrentLinkedQueue<>();
    private volatile boolean holding;
    private FakeProvider provider;
    private RunId run;

    @BeforeEach
    void register() {
        run = ids.nextRun();
        provider = new FakeProvider(vertx, (request, body) -> {
            if (holding) {
                held.add(request);
            } else {
                FakeProvider.saying("8").answer(request, body);
            }
        });
        Connection connection = provider.connection(Connection.Kind.SIMULATOR, null);
        publisher
                .publish(Topic.CONTROL, connection.key(), connection)
                .toCompletableFuture()
                .join();
        await().atMost(LONG)
                .until(() -> control.connection(connection.id())
                        .filter(connection::equals)
                        .isPresent());
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private PromptTask taskOf(int item) {
        return Samples.of(Samples.task(item), new AttemptId(new TaskId(run, 0, item, 0), 1));
    }

    private void dispatch(int item) {
        PromptTask task = taskOf(item);
        publisher
                .publish(Topic.PROMPT_TASKS, task.attemptId().task().toString(), task)
                .toCompletableFuture()
                .join();
    }

    /** All that was ever written to a topic. */
    private <T> List<T> all(Topic topic, Class<T> type) throws Exception {
        List<T> events = new java.util.ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = java.util.stream.IntStream.range(0, topic.partitions())
                    .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    events.addAll(EventJson.mapper()
                            .readerForListOf(type)
                            .with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                            .<List<T>>readValue(record.value()));
                }
            }
        }
        return events;
    }

    private <T> List<T> ofRun(Topic topic, Class<T> type, Function<T, RunId> runOf) throws Exception {
        return all(topic, type).stream()
                .filter(event -> run.equals(runOf.apply(event)))
                .toList();
    }

    private List<AttemptOutcome> outcomes() throws Exception {
        return ofRun(Topic.OUTCOMES, AttemptOutcome.class, AttemptOutcome::runId);
    }

    @Test
    void a_task_becomes_an_outcome_and_the_worker_says_that_it_lives_and_is_ready() throws Exception {
        // When
        dispatch(1);

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes()).hasSize(1));
        assertThat(outcomes().getFirst().outcome()).isEqualTo(new Outcome.Answered("8", "stop", Usage.of(9, 3)));
        assertThat(outcomes().getFirst().workerId().value()).isEqualTo("worker-app");
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(all(Topic.TASK_EVENTS, TaskEvent.class))
                        .anyMatch(event -> event instanceof TaskEvent.Settled settled
                                && settled.runId().equals(run)));
        assertThat(all(Topic.WORKER_HEARTBEATS, WorkerHeartbeat.class))
                .isNotEmpty()
                .allMatch(beat -> beat.slots() == 16 && !beat.draining());
        await().atMost(LONG).untilAsserted(() -> {
            try (InputStream answer = ready.openStream()) {
                assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("workers-intake");
            }
        });
    }

    @Test
    void a_call_under_way_is_cancelled_when_control_says_that_its_run_is() throws Exception {
        // Given
        holding = true;
        dispatch(2);
        await().atMost(LONG).until(() -> held.size() == 1);

        // When
        RunControl cancelled = new RunControl(run, RunState.CANCELLED);
        publisher
                .publish(Topic.CONTROL, cancelled.key(), cancelled)
                .toCompletableFuture()
                .join();

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes()).hasSize(1));
        assertThat(outcomes().getFirst().outcome()).isInstanceOf(Outcome.Cancelled.class);
    }

    @Test
    void a_record_that_is_no_task_goes_to_the_dead_letters() throws Exception {
        // Given
        byte[] poison = "{\"not\":\"a task\"".getBytes(StandardCharsets.UTF_8);

        // When
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topic.PROMPT_TASKS.topicName(), "poison", poison))
                    .get();
        }
        dispatch(3);

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes()).hasSize(1));
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(all(Topic.DEAD_LETTERS, DeadLetter.class))
                        .extracting(DeadLetter::key)
                        .contains("poison"));
    }

    @Test
    void what_a_newer_version_writes_is_worked_with_as_far_as_it_is_known() throws Exception {
        // Given
        ObjectNode task = EventJson.mapper().valueToTree(taskOf(4));
        task.put("fromLater", 1);
        task.withObject("/model").put("fromLater", true);
        task.withObject("/sample").withArray("fromLater").add(1);
        Connection later = new Connection(
                new ConnectionId("later"), Connection.Kind.OPENAI, URI.create("http://127.0.0.1:1/v1"), null, null);
        ObjectNode connection = (ObjectNode) EventJson.mapper()
                .readTree(EventJson.mapper().writerFor(ControlRecord.class).writeValueAsString(later));
        connection.put("kind", "FROM_LATER").put("fromLater", 1);
        ObjectNode overLater = EventJson.mapper().valueToTree(taskOf(5));
        overLater.withObject("/model").put("connection", "later");

        // When
        write(Topic.CONTROL, "from-later/1", "{\"type\":\"from-later\",\"id\":1}");
        write(Topic.CONTROL, later.key(), connection.toString());
        await().atMost(LONG).until(() -> control.connection(later.id()).isPresent());
        write(Topic.PROMPT_TASKS, "4", task.toString());
        write(Topic.PROMPT_TASKS, "5", overLater.toString());

        // Then
        await().atMost(LONG).untilAsserted(() -> assertThat(outcomes()).hasSize(2));
        assertThat(outcomes())
                .extracting(outcome -> outcome.attemptId().task().item(), AttemptOutcome::outcome)
                .containsExactlyInAnyOrder(
                        tuple(4, new Outcome.Answered("8", "stop", Usage.of(9, 3))),
                        tuple(
                                5,
                                new Outcome.Failed(
                                        FailureKind.BROKEN,
                                        "this worker is too old for the protocol of connection later",
                                        null,
                                        null)));
    }

    private void write(Topic topic, String key, String json) {
        publisher
                .publishWritten(topic, key, json.getBytes(StandardCharsets.UTF_8))
                .toCompletableFuture()
                .join();
    }

    @Test
    void liveness_depends_on_nothing_outside() throws Exception {
        URI live = ready.toURI().resolve("/q/health/live");

        try (InputStream answer = live.toURL().openStream()) {
            assertThat(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("\"status\": \"UP\"")
                    .doesNotContain("kafka", "workers-intake");
        }
    }
}
