package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.registry.Connection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderKeysTest {

    private final AtomicLong now = new AtomicLong();
    private final ProviderKeys keys = new ProviderKeys(
            Map.of("GOOD_KEY", " sk-test-1 \n", "EMPTY_KEY", " ", "SPLIT_KEY", "sk-1\nX-Evil: 1")::get,
            new WorkerId("worker-7"),
            now::get);

    private static Connection connection(String keyEnv, Path keyFile) {
        return new Connection(
                new ConnectionId("c"),
                Connection.Kind.OPENAI,
                URI.create("http://localhost/v1"),
                keyEnv,
                keyFile == null ? null : keyFile.toString());
    }

    private String found(Connection connection) {
        return ((KeyLookup.Found) keys.keyFor(connection)).key().reveal();
    }

    @Test
    void a_key_comes_from_the_environment_without_blanks_around_it() {
        assertThat(found(connection("GOOD_KEY", null))).isEqualTo("sk-test-1");
    }

    @Test
    void a_missing_variable_is_named_with_the_worker() {
        assertThat(keys.keyFor(connection("NO_KEY", null)))
                .isEqualTo(new KeyLookup.Missing("environment variable NO_KEY is not set on worker worker-7"));
        assertThat(keys.keyFor(connection("EMPTY_KEY", null)))
                .isEqualTo(new KeyLookup.Missing("environment variable EMPTY_KEY is not set on worker worker-7"));
    }

    @Test
    void a_key_that_would_make_a_header_of_its_own_is_not_used() {
        assertThat(keys.keyFor(connection("SPLIT_KEY", null)))
                .isEqualTo(
                        new KeyLookup.Missing("environment variable SPLIT_KEY holds no usable key on worker worker-7"));
    }

    @Test
    void a_connection_that_names_no_key_needs_none() {
        assertThat(keys.keyFor(connection(null, null))).isEqualTo(new KeyLookup.NotNeeded());
    }

    @Test
    void a_key_file_that_changes_is_read_again(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("key");
        Files.writeString(file, "first\n");
        Connection connection = connection(null, file);
        String before = found(connection);

        // When
        Files.writeString(file, "second\n");
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));

        // Then
        assertThat(before).isEqualTo("first");
        assertThat(found(connection)).isEqualTo("second");
    }

    @Test
    void a_key_file_that_is_gone_for_a_moment_keeps_its_key(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("key");
        Files.writeString(file, "first\n");
        Connection connection = connection(null, file);
        String before = found(connection);

        // When
        Files.delete(file);
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        String gone = found(connection);
        Files.writeString(file, "");
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        String empty = found(connection);
        Files.writeString(file, "second\n");
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));

        // Then
        assertThat(List.of(before, gone, empty, found(connection)))
                .containsExactly("first", "first", "first", "second");
    }

    @Test
    void a_key_file_that_stays_away_is_missing(@TempDir Path folder) throws Exception {
        // Given
        Path file = folder.resolve("key");
        Files.writeString(file, "first\n");
        Connection connection = connection(null, file);
        String before = found(connection);
        Files.delete(file);
        now.addAndGet(TimeUnit.SECONDS.toNanos(6));
        String bridged = found(connection);

        // When
        now.addAndGet(TimeUnit.SECONDS.toNanos(6));

        // Then
        assertThat(bridged).isEqualTo(before);
        assertThat(keys.keyFor(connection))
                .isEqualTo(new KeyLookup.Missing("key file " + file + " cannot be read on worker worker-7"));
    }

    @Test
    void a_key_file_that_is_not_there_is_named_without_its_reason(@TempDir Path folder) {
        Path file = folder.resolve("absent");

        assertThat(keys.keyFor(connection(null, file)))
                .isEqualTo(new KeyLookup.Missing("key file " + file + " cannot be read on worker worker-7"));
    }

    @Test
    void a_secret_does_not_show_itself() {
        assertThat(new Secret("sk-test-1")).hasToString("***");
        assertThat(keys.keyFor(connection("GOOD_KEY", null)).toString()).doesNotContain("sk-test-1");
    }
}
