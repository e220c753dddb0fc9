package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.Pool;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.PackedPublisher;
import dev.assay.workers.Settings;
import dev.assay.workers.TestBroker;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.attempt.AttemptRunner;
import dev.assay.workers.attempt.ControlView;
import dev.assay.workers.attempt.Reports;
import dev.assay.workers.limits.Guards;
import dev.assay.workers.provider.Providers;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A whole worker on a real broker, without the container around it, that can be killed. */
final class TestWorker implements AutoCloseable {

    /** Ends the polling thread at once, as kill -9 would. */
    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    private final EventPublisher publisher;
    private final Reports reports;
    private final TaskIntake intake;
    final TasksInHand hand;
    private volatile boolean killed;

    TestWorker(TestBroker broker, Vertx vertx, String name, Connection connection, Map<String, String> settings) {
        WorkersConfig config = Settings.with(settings);
        Clock clock = Clock.systemUTC();
        Ticker ticker = System::nanoTime;
        WorkerId id = new WorkerId(name);
        this.publisher = new EventPublisher(new TestBrokerConfig(broker));
        this.reports = new Reports(new MortalPublisher(), id, new UlidSource(clock, new Random()), clock, ticker);
        AttemptRunner runner = new AttemptRunner(
                always(connection),
                new Guards(config, clock, ticker),
                new Providers(vertx, config, id, clock, ticker),
                reports,
                clock,
                ticker);
        this.hand = new TasksInHand(config, runner, reports, clock);
        TaskConsumers consumers = new TaskConsumers(new TestBrokerConfig(broker), id);
        this.intake = new TaskIntake(
                config, batch -> mortal(consumers.create(batch)), TestWorker::decode, () -> true, hand, runner, ticker);
    }

    static KafkaProducer<String, byte[]> producer(TestBroker broker) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        broker.bootstrapServers(),
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        4 << 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    TestWorker start() {
        intake.start();
        return this;
    }

    boolean isReady() {
        return intake.isReady();
    }

    void drain() throws InterruptedException {
        intake.drain();
    }

    /** Nothing is committed, published or given back any more. */
    void kill() {
        killed = true;
    }

    /** A publisher that says nothing more when the worker is killed. */
    private final class MortalPublisher implements PackedPublisher {

        @Override
        public byte[] written(Object event) {
            return publisher.written(event);
        }

        @Override
        public int partition(Topic topic, String key) {
            return publisher.partition(topic, key);
        }

        @Override
        public CompletionStage<Void> publishTogether(Topic topic, int partition, String key, List<byte[]> events) {
            return killed ? new CompletableFuture<>() : publisher.publishTogether(topic, partition, key, events);
        }
    }

    private static List<Received<PromptTask>> decode(ConsumerRecords<String, byte[]> records) {
        List<Received<PromptTask>> tasks = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                PromptTask task = EventJson.mapper().readValue(record.value(), PromptTask.class);
                tasks.add(new Received<>(
                        task, record.key(), new TopicPartition(record.topic(), record.partition()), record.offset()));
            } catch (IOException poison) {
                // Left out, as the dead letters' writer does it.
            }
        }
        return tasks;
    }

    /** The same consumer, until the worker is killed. */
    @SuppressWarnings("unchecked")
    private org.apache.kafka.clients.consumer.Consumer<String, byte[]> mortal(
            org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
        return (org.apache.kafka.clients.consumer.Consumer<String, byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {org.apache.kafka.clients.consumer.Consumer.class},
                (proxy, method, arguments) -> {
                    if (killed && method.getName().equals("close")) {
                        consumer.close(CloseOptions.timeout(Duration.ZERO));
                        return null;
                    }
                    if (killed) {
                        throw new Killed();
                    }
                    try {
                        return method.invoke(consumer, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static ControlView always(Connection connection) {
        return new ControlView() {
            @Override
            public Optional<Connection> connection(ConnectionId id) {
                return Optional.of(connection);
            }

            @Override
            public Optional<Pool> pool(PoolId id) {
                return Optional.empty();
            }

            @Override
            public boolean mayCall(RunId run) {
                return true;
            }

            @Override
            public boolean isOver(RunId run) {
                return false;
            }

            @Override
            public void onRunOver(Consumer<RunId> listener) {
                // No run ends here.
            }
        };
    }

    @Override
    public void close() throws InterruptedException {
        if (!killed) {
            drain();
        }
        publisher.close();
    }
}
