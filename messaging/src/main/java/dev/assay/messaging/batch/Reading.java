package dev.assay.messaging.batch;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The events of records, and what of them is none. Not thread-safe. */
final class Reading<T> {

    /** What could not be read: a record's whole value, or one of several. The cause is the name of an exception. */
    record Unreadable(ConsumerRecord<String, byte[]> record, byte[] event, String cause) {}

    private final List<Received<T>> events = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final ObjectReader reader;
    private final Class<T> type;

    Reading(ObjectReader reader, Class<T> type) {
        this.reader = reader;
        this.type = type;
    }

    List<Received<T>> events() {
        return events;
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Reads a record that holds one event. */
    void readOne(ConsumerRecord<String, byte[]> record) {
        readEach(record, List.of(record.value()));
    }

    /** Reads a record that holds one event or an array of them. */
    void readPacked(ConsumerRecord<String, byte[]> record) {
        if (!ArrayElements.isArray(record.value())) {
            readOne(record);
            return;
        }
        Optional<List<T>> together = together(record.value());
        if (together.isPresent()) {
            TopicPartition partition = partition(record);
            together.get()
                    .forEach(event -> events.add(new Received<>(event, record.key(), partition, record.offset())));
        } else {
            readEach(record, ArrayElements.of(record.value()));
        }
    }

    /** All events of an array; nothing if one of them is none, which is to be looked at one by one. */
    private Optional<List<T>> together(byte[] array) {
        List<T> all = new ArrayList<>();
        try (JsonParser parser = reader.createParser(array)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                all.add(type.cast(reader.readValue(parser)));
            }
            return parser.currentToken() == JsonToken.END_ARRAY ? Optional.of(all) : Optional.empty();
        } catch (IOException oneIsNone) {
            return Optional.empty();
        }
    }

    private void readEach(ConsumerRecord<String, byte[]> record, List<byte[]> values) {
        TopicPartition partition = partition(record);
        for (byte[] value : values) {
            try {
                events.add(new Received<>(one(value), record.key(), partition, record.offset()));
            } catch (IOException e) {
                unreadable.add(new Unreadable(record, value, e.getClass().getSimpleName()));
            }
        }
    }

    private T one(byte[] value) throws IOException {
        T event = type.cast(reader.readValue(value));
        if (event == null) {
            throw MismatchedInputException.from(null, type, "null is no event");
        }
        return event;
    }

    private static TopicPartition partition(ConsumerRecord<String, byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }
}
