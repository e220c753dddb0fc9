package dev.assay.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @TempDir
    Path folder;

    @Test
    void they_are_the_same_at_the_next_start() throws IOException {
        // Given
        Path file = folder.resolve("assay.ports");
        Ports first = Ports.of(file, new Random(1), port -> true);
        // When
        Ports second = Ports.of(file, new Random(2), port -> true);
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.broker()).isBetween(20_000, 29_999).isNotEqualTo(first.database());
        assertThat(first.moved()).isEmpty();
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void one_that_another_program_has_is_replaced_and_that_is_said() throws IOException {
        // Given
        Path file = folder.resolve("assay.ports");
        Ports before = Ports.of(file, new Random(1), port -> true);
        // When
        Ports now = Ports.of(file, new Random(2), port -> port != before.broker());
        // Then
        assertThat(now.database()).isEqualTo(before.database());
        assertThat(now.broker()).isNotEqualTo(before.broker());
        assertThat(now.moved())
                .singleElement()
                .hasToString(
                        "Port " + before.broker() + " of kafka is in use: it is at " + now.broker() + " from now on.");
        assertThat(Ports.of(file, new Random(3), port -> true).broker()).isEqualTo(now.broker());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kafka=\npostgres=x", "kafka=0\npostgres=70000", "kafka=\\u12", "kafka"})
    void a_damaged_file_is_as_good_as_none(String content) throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("assay.ports"), content);
        // When
        Ports ports = Ports.of(file, new Random(1), port -> true);
        // Then
        assertThat(ports.moved()).isEmpty();
        assertThat(Ports.of(file, new Random(2), port -> true)).isEqualTo(ports);
    }

    @Test
    void both_are_never_the_same() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("assay.ports"), "kafka=20001\npostgres=20001\n");
        // When
        Ports ports = Ports.of(file, new Random(1), port -> true);
        // Then
        assertThat(ports.broker()).isEqualTo(20_001);
        assertThat(ports.database()).isNotEqualTo(20_001);
    }
}
