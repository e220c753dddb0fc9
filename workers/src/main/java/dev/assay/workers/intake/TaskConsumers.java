package dev.assay.workers.intake;

import dev.assay.contracts.id.WorkerId;
import dev.assay.messaging.runtime.BrokerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes Kafka consumers for the intake. */
@ApplicationScoped
class TaskConsumers implements ConsumerFactory {

    /** The group that all workers share. */
    static final String GROUP = "workers";

    private static final int MAX_PARTITION_FETCH = 512 * 1024;
    private static final int MAX_FETCH = 16 * 1024 * 1024;

    private final BrokerConfig broker;
    private final WorkerId worker;

    TaskConsumers(BrokerConfig broker, WorkerId worker) {
        this.broker = broker;
        this.worker = worker;
    }

    @Override
    public Consumer<String, byte[]> create(int maxPollRecords) {
        return new KafkaConsumer<>(
                settings(broker.bootstrapServers(), worker, maxPollRecords),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    static Map<String, Object> settings(String bootstrapServers, WorkerId worker, int maxPollRecords) {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, GROUP),
                Map.entry(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "consumer"),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, "assay-workers-" + worker),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxPollRecords),
                // What is fetched ahead of the room in hand is memory too.
                Map.entry(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, MAX_PARTITION_FETCH),
                Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, MAX_FETCH));
    }
}
