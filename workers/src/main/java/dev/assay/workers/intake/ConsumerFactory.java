package dev.assay.workers.intake;

import org.apache.kafka.clients.consumer.Consumer;

/** Makes consumers of tasks, each a new member of the workers' group. */
@FunctionalInterface
interface ConsumerFactory {

    /** @param maxPollRecords how many records a poll may bring */
    Consumer<String, byte[]> create(int maxPollRecords);
}
