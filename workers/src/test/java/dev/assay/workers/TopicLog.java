package dev.assay.workers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that was written to a topic since this object was made. */
public final class TopicLog<T> implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final ObjectReader together;
    private final List<T> events = new ArrayList<>();
    private long matched;
    private int records;

    public TopicLog(TestBroker broker, Topic topic, Class<T> type) {
        // A record holds one event or an array of them.
        this.together =
                EventJson.mapper().readerForListOf(type).with(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY);
        this.consumer = new KafkaConsumer<>(
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, topic.partitions())
                .mapToObj(number -> new TopicPartition(topic.topicName(), number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
    }

    /** How many so far are like that; keeps none of them. Not to be mixed with {@link #events()}. */
    public long count(Predicate<T> matching) {
        read();
        matched += events.stream().filter(matching).count();
        events.clear();
        return matched;
    }

    /** All of it so far. */
    public List<T> events() {
        read();
        return List.copyOf(events);
    }

    /** In how many records all of it so far came. */
    public int records() {
        read();
        return records;
    }

    private void read() {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(50))) {
            try {
                events.addAll(together.readValue(record.value()));
                records++;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
