package dev.assay.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.topic.Topic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaTest {

    @TempDir
    Path place;

    @Test
    void a_folder_may_have_spaces_and_umlauts_in_its_name() throws Exception {
        // Given
        Path folder = place.resolve("Söhne & Töchter");
        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, FreePort.any())) {
            // Then
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(Files.exists(folder.resolve("log/meta.properties"))).isTrue();
        }
    }

    @Test
    void a_folder_that_lost_the_note_of_its_cluster_is_the_same_cluster() throws Exception {
        // Given
        EmbeddedKafka.start(place, FreePort.any()).close();
        String formatted = Files.readString(place.resolve("log/meta.properties"));
        Files.delete(place.resolve("cluster-id"));
        // When
        try (EmbeddedKafka kafka = EmbeddedKafka.start(place, FreePort.any())) {
            // Then
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(formatted).contains("cluster.id=");
        }
    }

    @Test
    void a_log_is_kept_in_parts_so_small_that_a_start_after_a_kill_reads_them_soon() throws Exception {
        // Given
        byte[] megabyte = new byte[1024 * 1024];
        new Random(1).nextBytes(megabyte);
        try (EmbeddedKafka kafka = EmbeddedKafka.start(place, FreePort.any());
                Producer<String, byte[]> producer = new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka.bootstrapServers(),
                                ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                                2 * megabyte.length),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            // When
            for (int i = 0; i < 40; i++) {
                var unused = producer.send(new ProducerRecord<>(Topic.DATASETS.topicName(), megabyte))
                        .get();
            }
            // Then
            try (Stream<Path> files = Files.list(place.resolve("log/datasets.v1-0"))) {
                List<Path> parts =
                        files.filter(file -> file.toString().endsWith(".log")).toList();
                assertThat(parts)
                        .hasSize(3)
                        .allSatisfy(part -> assertThat(Files.size(part)).isLessThanOrEqualTo(16L * 1024 * 1024));
            }
        }
    }
}
