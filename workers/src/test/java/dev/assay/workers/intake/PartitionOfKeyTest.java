package dev.assay.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.workers.Samples;
import dev.assay.workers.TestBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PartitionOfKeyTest {

    @TempDir
    static Path folder;

    @Test
    void an_event_is_of_the_partition_to_which_the_producer_sends_it_alone() throws Exception {
        // Given
        List<String> keys = Stream.concat(
                        IntStream.range(0, 300).mapToObj(item -> new TaskId(Samples.RUN, item % 3, item, 0).toString()),
                        Stream.of("sim-pool", "", "ключ"))
                .toList();
        byte[] value = "{}".getBytes(StandardCharsets.UTF_8);

        try (TestBroker broker = TestBroker.start(folder);
                KafkaProducer<String, byte[]> producer = TestWorker.producer(broker)) {
            EventPublisher publisher = new EventPublisher(new TestBrokerConfig(broker));

            // When
            List<Integer> partitions = keys.stream()
                    .map(key -> publisher.partition(Topic.OUTCOMES, key))
                    .toList();

            // Then
            for (int i = 0; i < keys.size(); i++) {
                assertThat(producer.send(new ProducerRecord<>(Topic.OUTCOMES.topicName(), keys.get(i), value))
                                .get()
                                .partition())
                        .isEqualTo(partitions.get(i));
            }
            assertThat(partitions).contains(0, 1, 2, 3);
            publisher.close();
        }
    }
}
