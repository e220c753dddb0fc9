package dev.assay.messaging.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.runtime.BrokerConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Publishes events. Records of one key keep their order; a record is written once even if it was sent again after a
 * lost acknowledgement; it is acknowledged when all in-sync replicas have it. Thread-safe. On shutdown whatever was
 * published is still delivered, for at most ten seconds.
 */
@ApplicationScoped
public class EventPublisher implements PackedPublisher {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(10);

    private final ObjectWriter writer = EventJson.mapper().writer();
    private final Producer<String, byte[]> producer;

    public EventPublisher(BrokerConfig config) {
        this.producer = new KafkaProducer<>(settings(config), new StringSerializer(), new ByteArraySerializer());
    }

    /** The producer's settings; the connector's defaults would lose records. */
    static Map<String, Object> settings(BrokerConfig config) {
        return Map.ofEntries(
                Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrapServers()),
                Map.entry(ProducerConfig.ACKS_CONFIG, "all"),
                Map.entry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true),
                Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, config.compression()),
                Map.entry(ProducerConfig.LINGER_MS_CONFIG, (int) config.linger().toMillis()),
                Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
                Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 * 1024 * 1024),
                Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024),
                Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                        config.deliveryTimeout().toMillis()),
                Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000),
                Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, 30_000L),
                Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "assay-publisher"));
    }

    /**
     * Sends an event and returns at once; blocks only while the send buffer is full.
     *
     * @return completes when the record is durable, or exceptionally with {@link PublishFailed}
     */
    public CompletionStage<Void> publish(Topic topic, String key, Object event) {
        return send(topic, null, key, bytes(event));
    }

    /** Sends an event that was written as JSON before, such as one from an outbox. */
    public CompletionStage<Void> publishWritten(Topic topic, String key, byte[] json) {
        return send(topic, null, key, json);
    }

    @Override
    public byte[] written(Object event) {
        return bytes(event);
    }

    // As the producer does it when it is given no partition.
    @Override
    public int partition(Topic topic, String key) {
        int partitions = producer.partitionsFor(topic.topicName()).size();
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    @Override
    public CompletionStage<Void> publishTogether(Topic topic, int partition, String key, List<byte[]> events) {
        if (!topic.packed() && events.size() > 1) {
            throw new IllegalArgumentException("records of " + topic.topicName() + " hold one event each");
        }
        return send(topic, partition, key, Packing.value(events));
    }

    /** Deletes what a compacted topic says under a key. */
    public CompletionStage<Void> publishTombstone(Topic topic, String key) {
        return send(topic, null, key, null);
    }

    /**
     * Sends all events, in order, and returns when all are durable.
     *
     * @throws PublishFailed if one of them was not acknowledged; the others may be
     */
    public void publishAll(List<Outgoing> events) {
        CompletableFuture<?>[] acknowledged = events.stream()
                .map(event -> publish(event.topic(), event.key(), event.event()).toCompletableFuture())
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.allOf(acknowledged).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof PublishFailed failed ? failed : new PublishFailed("publishing failed", e);
        }
    }

    private CompletionStage<Void> send(Topic topic, @Nullable Integer partition, String key, byte @Nullable [] value) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.topicName(), partition, key, value);
        var unused = producer.send(record, (metadata, failure) -> {
            if (failure == null) {
                acknowledged.complete(null);
            } else {
                acknowledged.completeExceptionally(
                        new PublishFailed("a record for " + topic.topicName() + " was not acknowledged", failure));
            }
        });
        return acknowledged;
    }

    private byte[] bytes(Object event) {
        try {
            return writer.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "not an event: " + event.getClass().getName(), e);
        }
    }

    @PreDestroy
    public void close() {
        producer.close(CLOSE_TIMEOUT);
    }
}
