package dev.assay.messaging.publish;

import dev.assay.contracts.topic.Topic;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Publishes events that are put together by whoever says them. Thread-safe. */
public interface PackedPublisher {

    /**
     * The JSON of an event.
     *
     * @throws IllegalArgumentException if it has none
     */
    byte[] written(Object event);

    /**
     * The partition to which a key belongs, whether its events travel alone or together.
     *
     * @throws RuntimeException if the broker is away and the topic's partitions are not known
     */
    int partition(Topic topic, String key);

    /**
     * Sends events of one partition in one record and returns at once; blocks only while the send buffer is full.
     *
     * @param events written ones, at least one
     * @return completes when the record is durable, or exceptionally with {@link PublishFailed}
     */
    CompletionStage<Void> publishTogether(Topic topic, int partition, String key, List<byte[]> events);
}
