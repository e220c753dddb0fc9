package dev.assay.standalone.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();

    @Test
    void they_are_made_once_and_read_again() throws IOException {
        // Given
        Secrets made = Secrets.of(folder, random);
        // When
        Secrets read = Secrets.of(folder, random);
        // Then
        assertThat(made.fresh()).isTrue();
        assertThat(read).isEqualTo(new Secrets(made.adminKey(), made.keyPepper(), made.internalToken(), false));
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("secrets.properties"));
        }
    }

    @Test
    void what_a_process_that_was_killed_had_begun_to_write_is_no_obstacle() throws IOException {
        // Given
        Files.writeString(folder.resolve("assay.secrets.new"), "admin-key=ask_");
        // When
        Secrets made = Secrets.of(folder, random);
        // Then
        assertThat(made.fresh()).isTrue();
        assertThat(made.adminKey()).hasSizeGreaterThan(50);
    }

    @Test
    void a_file_that_lost_something_is_told_with_a_remedy() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("secrets.properties"), "admin-key=ask_1_2\n");
        // When / Then
        assertThatThrownBy(() -> Secrets.of(folder, random))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + " lacks key-pepper: bring back a copy");
    }
}
