package dev.assay.messaging.batch;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.event.DeadLetter;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Turns records into events. One that cannot be read is written to the dead letters, durably, and left out; so a
 * poison record costs itself and nothing else. Thread-safe.
 */
@ApplicationScoped
public class EventDecoder {

    private static final Logger LOG = Logger.getLogger(EventDecoder.class);

    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final EventPublisher publisher;
    private final IdSource ids;
    private final Clock clock;

    EventDecoder(EventPublisher publisher, IdSource ids, Clock clock) {
        this.publisher = publisher;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The events of a batch, in the order of each partition. Tombstones are left out.
     *
     * @param service who reads, for the dead letter
     */
    public <T> List<Received<T>> decode(ConsumerRecords<String, byte[]> records, Class<T> type, String service) {
        ObjectReader reader = readers.computeIfAbsent(type, EventJson.mapper()::readerFor);
        List<Received<T>> events = new ArrayList<>(records.count());
        List<Outgoing> dead = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                continue;
            }
            try {
                T event = type.cast(reader.readValue(record.value()));
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                events.add(new Received<>(event, record.key(), partition, record.offset()));
            } catch (IOException e) {
                dead.add(deadLetter(record, service, e));
            }
        }
        if (!dead.isEmpty()) {
            publisher.publishAll(dead);
        }
        return events;
    }

    private Outgoing deadLetter(ConsumerRecord<String, byte[]> record, String service, IOException cause) {
        // The cause's own text may quote the record; only its class is said.
        LOG.warnf(
                "A record could not be read and went to the dead letters. service=%s topic=%s partition=%d offset=%d",
                service, record.topic(), record.partition(), record.offset());
        String key = record.key() == null ? "" : record.key();
        return new Outgoing(
                Topic.DEAD_LETTERS,
                key,
                new DeadLetter(
                        ids.nextEvent(),
                        clock.instant(),
                        service,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        record.value(),
                        cause.getClass().getSimpleName()));
    }
}
