package dev.assay.messaging.batch;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.event.DeadLetter;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;

/**
 * Turns records into events: one of each, or several where the topic is packed. What cannot be read is written to the
 * dead letters, durably, and left out; so a poison event costs itself and nothing else. Thread-safe.
 */
@ApplicationScoped
public class EventDecoder {

    private static final Logger LOG = Logger.getLogger(EventDecoder.class);
    private static final Set<String> PACKED = Arrays.stream(Topic.values())
            .filter(Topic::packed)
            .map(Topic::topicName)
            .collect(Collectors.toUnmodifiableSet());
    /** What is made of it takes several times that. */
    private static final int PORTION_BYTES = 1024 * 1024;

    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Consumer<List<Outgoing>> publish;
    private final IdSource ids;
    private final Clock clock;

    @Inject
    EventDecoder(EventPublisher publisher, IdSource ids, Clock clock) {
        this(publisher::publishAll, ids, clock);
    }

    /** @param publish returns when the dead letters are durable */
    EventDecoder(Consumer<List<Outgoing>> publish, IdSource ids, Clock clock) {
        this.publish = publish;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The events of a batch, in the order of each partition; those of one record stand beside each other. Tombstones are
     * left out.
     *
     * @param service who reads, for the dead letter
     */
    public <T> List<Received<T>> decode(ConsumerRecords<String, byte[]> records, Class<T> type, String service) {
        return events(records, type, service);
    }

    /**
     * Hands the events of a batch on, those of about a mebibyte of JSON at a time: what is made of them does not grow
     * with what was fetched. For those who may be told of an event twice, since a batch may come again after a part of it
     * was handed on.
     *
     * @param service who reads, for the dead letter
     * @param portion takes events, never none
     */
    public <T> void inPortions(
            ConsumerRecords<String, byte[]> records, Class<T> type, String service, Consumer<List<T>> portion) {
        List<ConsumerRecord<String, byte[]>> next = new ArrayList<>();
        long bytes = 0;
        for (ConsumerRecord<String, byte[]> record : records) {
            next.add(record);
            bytes += Math.max(0, record.serializedValueSize());
            if (bytes >= PORTION_BYTES) {
                handOn(events(next, type, service), portion);
                next.clear();
                bytes = 0;
            }
        }
        handOn(events(next, type, service), portion);
    }

    private static <T> void handOn(List<Received<T>> events, Consumer<List<T>> portion) {
        if (!events.isEmpty()) {
            portion.accept(events.stream().map(Received::event).toList());
        }
    }

    private <T> List<Received<T>> events(
            Iterable<ConsumerRecord<String, byte[]>> records, Class<T> type, String service) {
        Reading<T> reading = new Reading<>(readers.computeIfAbsent(type, EventJson.mapper()::readerFor), type);
        for (ConsumerRecord<String, byte[]> record : records) {
            if (record.value() == null) {
                continue;
            }
            if (PACKED.contains(record.topic())) {
                reading.readPacked(record);
            } else {
                reading.readOne(record);
            }
        }
        if (!reading.unreadable().isEmpty()) {
            publish.accept(reading.unreadable().stream()
                    .map(unreadable -> deadLetter(unreadable, service))
                    .toList());
        }
        return reading.events();
    }

    private Outgoing deadLetter(Reading.Unreadable unreadable, String service) {
        ConsumerRecord<String, byte[]> record = unreadable.record();
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
                        unreadable.event(),
                        unreadable.cause()));
    }
}
