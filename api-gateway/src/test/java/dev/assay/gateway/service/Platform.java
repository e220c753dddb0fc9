package dev.assay.gateway.service;

import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.CallTimings;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.ModelPrice;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.ActivePriceBook;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.run.Manifest;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.SampleContext;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.messaging.runtime.BrokerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Plays the other services: says what they would say, and reads what they would read. */
@ApplicationScoped
class Platform {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Money PRICE_OF_A_CALL = Money.usd("0.001");

    private final EventPublisher publisher;
    private final ControlMirror registry;
    private final IdSource ids;
    private final Clock clock;
    private final BrokerConfig broker;

    Platform(EventPublisher publisher, ControlMirror registry, IdSource ids, Clock clock, BrokerConfig broker) {
        this.publisher = publisher;
        this.registry = registry;
        this.ids = ids;
        this.clock = clock;
        this.broker = broker;
    }

    /** Waits for the registry and gives every model a price that has one in the platform file. */
    void pricesAreThere() {
        await().atMost(PATIENCE)
                .until(() -> registry.models().size() > 10 && registry.groups().size() == 3);
        if (registry.activePriceBook().isEmpty()) {
            Map<ModelId, ModelPrice> prices = new HashMap<>();
            for (RegisteredModel model : registry.models()) {
                if (model.price() != null) {
                    prices.put(model.id(), model.price());
                }
            }
            ActivePriceBook book = new ActivePriceBook(
                    new PriceBook(new PriceBookVersion("pb-1"), 1, clock.instant(), "the test", prices));
            publisher.publishAll(List.of(new Outgoing(Topic.CONTROL, book.key(), book)));
            await().atMost(PATIENCE).until(() -> registry.activePriceBook().isPresent());
        }
    }

    /** Everything on a topic under a key so far. */
    List<ConsumerRecord<String, byte[]>> on(Topic topic, String key) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    if (key.equals(record.key())) {
                        found.add(record);
                    }
                }
            }
        }
        return found;
    }

    /** The commands that were sent for a run, once there are so many. */
    List<RunCommand> commands(String run, int count) {
        return await().atMost(PATIENCE)
                .until(
                        () -> on(Topic.RUN_COMMANDS, run).stream()
                                .map(record -> read(record.value(), RunCommand.class))
                                .toList(),
                        commands -> commands.size() >= count);
    }

    static <T> T read(byte[] value, Class<T> type) {
        try {
            return EventJson.mapper().readValue(value, type);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    RunDefinition submitted(String run) {
        return ((RunCommand.Submit) commands(run, 1).getFirst()).definition();
    }

    void say(RunEvent event, RunId run) {
        publisher.publishAll(List.of(new Outgoing(Topic.RUN_EVENTS, run.value(), event)));
    }

    void state(RunDefinition run, RunState state, String reason) {
        say(
                new RunEvent.StateChanged(ids.nextEvent(), clock.instant(), run.group(), run.id(), state, reason),
                run.id());
    }

    void planned(RunDefinition run, String codeVersion) {
        say(
                new RunEvent.Planned(
                        ids.nextEvent(),
                        clock.instant(),
                        run.group(),
                        run.id(),
                        run,
                        Manifest.of(run, codeVersion).hash()),
                run.id());
    }

    /** Runs the run as the platform would: every item answered with its position, the even ones right. */
    void complete(RunDefinition run, String codeVersion) {
        planned(run, codeVersion);
        state(run, RunState.RUNNING, null);
        List<Outgoing> records = new ArrayList<>();
        List<SampleScore> scores = new ArrayList<>();
        List<Charge> charges = new ArrayList<>();
        List<MetricAggregate> aggregates = new ArrayList<>();
        String metric = run.benchmark().metrics().getFirst().label();
        for (int model = 0; model < run.models().size(); model++) {
            ModelUse use = run.models().get(model);
            for (int item = 0; item < run.items(); item++) {
                TaskId task = new TaskId(run.id(), model, item, 0);
                CallId call = ids.nextCall();
                records.add(new Outgoing(Topic.OUTCOMES, task.toString(), outcome(run, use, task, call)));
                scores.add(
                        new SampleScore(task, Map.of("default", "" + item), Map.of(metric, item % 2 == 0 ? 1.0 : 0.0)));
                charges.add(new Charge(
                        call,
                        new AttemptId(task, 1),
                        use.id(),
                        Usage.of(100, 20),
                        PRICE_OF_A_CALL,
                        Charge.Status.CONFIRMED,
                        run.priceBook()));
            }
            aggregates.add(new MetricAggregate(
                    use.id(),
                    null,
                    metric,
                    run.items(),
                    run.items(),
                    0,
                    0,
                    0,
                    1.0,
                    0.5,
                    0.4,
                    0.6,
                    "wilson-95",
                    0.5,
                    0.5,
                    null,
                    null));
        }
        String key = run.id().value();
        Instant now = clock.instant();
        records.add(new Outgoing(
                Topic.CHARGES,
                key,
                new ChargeEvent.CallsCharged(ids.nextEvent(), now, run.group(), run.id(), charges)));
        records.add(new Outgoing(
                Topic.SCORES,
                key,
                new ScoreEvent.SamplesScored(ids.nextEvent(), now, run.group(), run.id(), 1, scores)));
        records.add(new Outgoing(
                Topic.SCORES,
                key,
                new ScoreEvent.Aggregated(
                        ids.nextEvent(), now, run.group(), run.id(), 1, true, run.samples(), aggregates)));
        publisher.publishAll(records);
        say(
                new RunEvent.Settled(
                        ids.nextEvent(), clock.instant(), run.group(), run.id(), run.samples(), run.samples()),
                run.id());
        state(run, RunState.COMPLETE, null);
    }

    private AttemptOutcome outcome(RunDefinition run, ModelUse use, TaskId task, CallId call) {
        return new AttemptOutcome(
                ids.nextEvent(),
                clock.instant(),
                run.group(),
                run.id(),
                new AttemptId(task, 1),
                call,
                new WorkerId("worker-1"),
                use.pool(),
                use.id(),
                new SampleContext("item-" + task.item(), null, List.of("" + task.item()), List.of()),
                true,
                new Outcome.Answered("=" + task.item(), "stop", Usage.of(100, 20)),
                new CallTimings(clock.instant(), 1_500L, 3_000, 10),
                Map.of("x-request-id", "r-1"));
    }
}
