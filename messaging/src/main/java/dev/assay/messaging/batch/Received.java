package dev.assay.messaging.batch;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** A decoded record and where it stood. */
public record Received<T>(T event, @Nullable String key, TopicPartition partition, long offset) {}
