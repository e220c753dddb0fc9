package dev.assay.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @TempDir
    Path folder;

    @Test
    void a_database_that_does_not_start_says_why_and_where_more_is() throws IOException {
        // Given
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.createFile(data.resolve("of somebody else"));
        int port = FreePort.any();
        // When / Then
        assertThatThrownBy(() -> EmbeddedDatabase.start(folder, port))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the database does not start: initdb: error: directory")
                .hasMessageContaining("exists but is not empty")
                .hasMessageContaining("more in " + folder.resolve("postgres.log"));
    }

    @Test
    void the_lock_of_a_server_that_is_gone_is_no_obstacle() throws Exception {
        // Given
        EmbeddedDatabase.start(folder, FreePort.any()).close();
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Files.writeString(
                folder.resolve("data/postmaster.pid"),
                gone.pid() + "\n" + folder.resolve("data") + "\n1\n5432\n/tmp\n127.0.0.1\n0 0\nready\n");
        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, FreePort.any())) {
            // Then
            assertThat(EmbeddedDatabase.pid(folder)).isPresent().isNotEqualTo(java.util.Optional.of(gone.pid()));
            assertThat(database.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
        }
    }
}
