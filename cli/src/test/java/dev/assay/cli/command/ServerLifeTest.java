package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What commands make of a data folder whose server starts, runs, stops, or is gone. */
class ServerLifeTest {

    @TempDir
    Path folder;

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_address_file_that_a_killed_server_left_is_not_believed() throws IOException {
        // Given
        addressFile(Long.MAX_VALUE);
        // When
        Shell.Result result = new Shell(folder).call("models", "--data", folder.toString());
        // Then
        assertThat(result.status()).isEqualTo(5);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void down_does_not_stop_a_process_that_is_not_a_server() throws IOException {
        // Given
        addressFile(ProcessHandle.current().pid());
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_SERVER_JAR", "/x/no-such-server.jar")
                .call("down", "--data", folder.toString());
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("is not an Assay server");
    }

    @Test
    void a_server_that_has_the_folder_and_no_address_yet_is_told_from_none() throws IOException {
        // Given
        lock(ProcessHandle.current().pid());
        // When
        Shell.Result result = thisJvmIsAServer().call("status", "--data", folder.toString());
        // Then
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err())
                .contains("is not ready: process " + ProcessHandle.current().pid() + " is starting or stopping");
    }

    @Test
    void down_ends_a_server_that_is_still_starting() throws Exception {
        // Given
        Process starting = new ProcessBuilder("sleep", "600").start();
        lock(starting.pid());
        // When
        Shell.Result result =
                new Shell(folder).with("ASSAY_SERVER_JAR", "/lib/600").call("down", "--data", folder.toString());
        // Then
        assertThat(starting.isAlive()).isFalse();
        assertThat(result.out()).contains("has stopped");
        assertThat(result.status()).isZero();
    }

    @Test
    void an_address_is_not_believed_when_the_lock_names_a_process_that_is_gone() throws Exception {
        // Given
        addressFile(ProcessHandle.current().pid());
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        lock(gone.pid());
        // When
        Shell.Result status = thisJvmIsAServer().call("status", "--data", folder.toString());
        Shell.Result down = thisJvmIsAServer().call("down", "--data", folder.toString());
        // Then
        assertThat(status.status()).isEqualTo(5);
        assertThat(status.err()).contains("did not end in order");
        assertThat(down.out()).contains("is not running");
    }

    @Test
    void a_torn_address_of_a_server_that_is_gone_is_no_obstacle_to_a_start() throws Exception {
        // Given
        Files.writeString(folder.resolve("assay.json"), "{\"url\": \"http");
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        lock(gone.pid());
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_JAVA", "/bin/echo")
                .with("ASSAY_SERVER_JAR", "server.jar")
                .call("up", "--detach", "--data", folder.toString());
        // Then
        assertThat(result.err()).contains("The server ended with status 0");
    }

    @Test
    void what_the_server_refuses_as_wrong_is_bad_input_of_a_detached_up_too() throws IOException {
        // Given
        Path refuses = Files.writeString(folder.resolve("refuses"), "#!/bin/sh\necho wrong file\nexit 2\n");
        assertThat(refuses.toFile().setExecutable(true)).isTrue();
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_JAVA", refuses.toString())
                .with("ASSAY_SERVER_JAR", "server.jar")
                .call("up", "--detach", "--data", folder.toString());
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("wrong file");
    }

    @Test
    void a_data_folder_that_is_a_file_is_refused_by_a_detached_up() throws IOException {
        // Given
        Path file = Files.createFile(folder.resolve("file"));
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_JAVA", "/bin/echo")
                .with("ASSAY_SERVER_JAR", "server.jar")
                .call("up", "--detach", "--data", file.toString());
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("is a file, not a folder");
    }

    @Test
    void the_usual_folder_is_in_the_home_that_the_environment_names() {
        // When
        Shell.Result result = new Shell(folder).with("HOME", "/work/me").call("down");
        // Then
        assertThat(result.out()).contains("Assay is not running in /work/me/.assay.");
    }

    @Test
    void down_without_a_server_is_done() {
        // When
        Shell.Result result = new Shell(folder).call("down", "--data", folder.toString());
        // Then
        assertThat(result.status()).isZero();
    }

    @Test
    void a_detached_up_tells_a_server_that_runs_already() throws IOException {
        // Given
        addressFile(ProcessHandle.current().pid());
        // When
        Shell.Result result = new Shell(folder).call("up", "--detach", "--data", folder.toString());
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("already running").contains(server.url() + "/#key=filekey&to=/runs");
    }

    @Test
    void a_server_that_ends_at_its_start_is_told_with_its_last_words() {
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_JAVA", "/bin/echo")
                .with("ASSAY_SERVER_JAR", "server.jar")
                .call("up", "--detach", "--data", folder.toString());
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("The server ended with status 0").contains("-jar server.jar --data");
    }

    private void lock(long pid) throws IOException {
        Files.writeString(folder.resolve("assay.lock"), pid + "\n");
    }

    /** A server is known by its jar in the command line; that of this process begins with its Java. */
    private Shell thisJvmIsAServer() {
        return new Shell(folder).with("ASSAY_SERVER_JAR", "/lib/java");
    }

    private Path addressFile(long pid) throws IOException {
        return Files.writeString(
                folder.resolve("assay.json"),
                "{\"url\": \"" + server.url() + "\", \"pid\": " + pid
                        + ", \"kafka\": \"127.0.0.1:9\", \"adminKey\": \"filekey\"}");
    }
}
