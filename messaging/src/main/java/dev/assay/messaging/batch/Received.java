package dev.assay.messaging.batch;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** An event and where its record stood; several events of one record have the same place and key. */
public record Received<T>(T event, @Nullable String key, TopicPartition partition, long offset) {

    /** Whether another event came in the same record. */
    public boolean isBeside(Received<T> other) {
        return offset == other.offset && partition.equals(other.partition);
    }
}
