package dev.assay.messaging.control;

import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.runtime.BrokerConfig;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads the control topic into the mirror on a thread of its own, from its beginning, without a consumer group. */
@ApplicationScoped
class ControlFollower {

    private static final Logger LOG = Logger.getLogger(ControlFollower.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ControlMirror mirror;
    private final BrokerConfig config;
    private volatile boolean stopping;
    private volatile @Nullable KafkaConsumer<String, byte[]> consumer;
    private @Nullable Thread thread;

    ControlFollower(ControlMirror mirror, BrokerConfig config) {
        this.mirror = mirror;
        this.config = config;
    }

    // Early: other beans wait for the mirror when they start.
    void start(@Observes @Priority(10) StartupEvent event) {
        thread = Thread.ofPlatform().name("control-follower").daemon().start(this::follow);
    }

    private void follow() {
        TopicPartition partition = new TopicPartition(Topic.CONTROL.topicName(), 0);
        try (KafkaConsumer<String, byte[]> reading =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer = reading;
            reading.assign(List.of(partition));
            reading.seekToBeginning(List.of(partition));
            long end = -1;
            while (!stopping) {
                try {
                    if (end < 0) {
                        end = reading.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
                    }
                    for (ConsumerRecord<String, byte[]> record : reading.poll(POLL)) {
                        mirror.apply(record.key(), record.value());
                    }
                    if (!mirror.caughtUp() && reading.position(partition) >= end) {
                        mirror.markCaughtUp();
                    }
                } catch (WakeupException e) {
                    if (!stopping) {
                        throw e;
                    }
                } catch (KafkaException e) {
                    LOG.warn("The control topic could not be read; trying again.", e);
                }
            }
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.CLIENT_ID_CONFIG,
                "assay-control");
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        KafkaConsumer<String, byte[]> reading = consumer;
        if (reading != null) {
            reading.wakeup();
        }
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }
}
