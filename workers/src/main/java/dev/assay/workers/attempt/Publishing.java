package dev.assay.workers.attempt;

import dev.assay.contracts.topic.Topic;
import java.util.concurrent.CompletionStage;

/** Writes events to Kafka; as the event publisher does it. Thread-safe. */
@FunctionalInterface
public interface Publishing {

    /** The stage completes when the record is durable, or exceptionally. */
    CompletionStage<Void> publish(Topic topic, String key, Object event);
}
