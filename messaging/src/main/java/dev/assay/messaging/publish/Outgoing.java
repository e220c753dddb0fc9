package dev.assay.messaging.publish;

import dev.assay.contracts.topic.Topic;

/** A record to be published. */
public record Outgoing(Topic topic, String key, Object event) {}
