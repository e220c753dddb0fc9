package dev.assay.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
}
