package dev.assay.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
    void a_database_that_was_being_made_when_the_process_was_killed_is_made_anew() throws Exception {
        // Given
        Process making = new ProcessBuilder(
                        "sh", "-c", "sleep 300 # initdb", folder.resolve("data").toString())
                .start();
        Files.createFile(folder.resolve("being-made"));
        Path half = Files.createDirectories(folder.resolve("data/base/1"));
        Files.writeString(folder.resolve("data/PG_VERSION"), "17\n");
        Files.writeString(half.resolve("112"), "half");
        // When
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, FreePort.any())) {
            // Then
            assertThat(database.jdbcUrl()).endsWith("/assay");
            assertThat(folder.resolve("being-made")).doesNotExist();
            assertThat(making.isAlive()).isFalse();
        }
    }

    @Test
    void a_start_that_fails_before_the_database_is_whole_leaves_its_mark_and_the_next_one_goes_well() throws Exception {
        // Given
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(folder.resolve("being-made")).exists();
        // When
        EmbeddedDatabase.start(folder, FreePort.any()).close();
        // Then
        assertThat(folder.resolve("being-made")).doesNotExist();
        assertThat(folder.resolve("data/PG_VERSION")).exists();
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
