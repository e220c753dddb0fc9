package dev.assay.messaging.batch;

import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** An event of these tests. */
record Note(String key, int number, String text) {

    static byte[] json(Note note) {
        try {
            return EventJson.mapper().writeValueAsBytes(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records with these values at the offsets 0, 1, … of one partition. */
    static ConsumerRecords<String, byte[]> records(Topic topic, List<byte[]> values) {
        TopicPartition partition = new TopicPartition(topic.topicName(), 1);
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, values.size())
                .mapToObj(offset -> record(partition, offset, values.get(offset)))
                .toList();
        return new ConsumerRecords<>(Map.of(partition, records), Map.of());
    }

    private static ConsumerRecord<String, byte[]> record(TopicPartition partition, int offset, byte[] value) {
        return new ConsumerRecord<>(
                partition.topic(),
                partition.partition(),
                offset,
                0,
                TimestampType.CREATE_TIME,
                1,
                value.length,
                "key",
                value,
                new RecordHeaders(),
                Optional.empty());
    }
}
