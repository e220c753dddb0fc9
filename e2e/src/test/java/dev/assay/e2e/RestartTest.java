package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that comes back is found by the workers that had joined it. */
class RestartTest {

    private static final int SAMPLES = 480;
    private static final String SPEC = """
            name: restart
            benchmark: assay-core
            models: [sim-50ms]
            """;
    private static final String LOST = "The broker cannot be reached";
    private static final String BACK = "The broker is reached again";

    @TempDir
    private Path folder;

    @Test
    void a_worker_goes_on_when_the_server_was_stopped_and_started_again() {
        comesBack(ServerProcess::stop);
    }

    @Test
    void a_worker_goes_on_when_the_server_was_killed_and_started_again() {
        comesBack(ServerProcess::kill);
    }

    private void comesBack(Consumer<ServerProcess> ending) {
        // Given
        ServerProcess server = ServerProcess.start(folder, "--slots", "0");
        try (WorkerProcess worker = WorkerProcess.join(server, folder, "joined", 8)) {
            String run = server.submit(SPEC);
            server.awaitAnswered(run, 60);

            // When
            ending.accept(server);
            await().atMost(ServerProcess.LONG).until(() -> said(worker, LOST) == 1);
            try (ServerProcess again = ServerProcess.start(folder, "--slots", "0")) {
                again.awaitEnd(run);
                await().atMost(ServerProcess.LONG).until(() -> said(worker, BACK) > 0);

                // Then
                Verdict.nothingIsLostOrDoubled(again, run, SAMPLES);
                int repeated = again.simulatorCalls(run).get("calls").asInt() - SAMPLES;
                assertThat(repeated).as("repeated calls").isBetween(0, 8 + 60);
                assertThat(again.kafka()).isEqualTo(server.kafka());
                assertThat(said(worker, LOST)).isEqualTo(1);
                assertThat(said(worker, BACK)).isEqualTo(1);
                assertThat(said(worker, "NetworkClient")).isZero();
            }
        } finally {
            server.close();
        }
    }

    @Test
    void two_servers_of_copied_folders_run_beside_each_other() throws Exception {
        // Given
        Path copy = folder.resolve("copy");
        Path original = folder.resolve("original");
        ServerProcess.start(original).stop();
        Files.createDirectories(copy);
        Files.copy(original.resolve("assay.ports"), copy.resolve("assay.ports"));
        // When
        try (ServerProcess first = ServerProcess.start(original);
                ServerProcess second = ServerProcess.start(copy)) {
            // Then
            for (ServerProcess server : List.of(first, second)) {
                String run = server.submit("name: apart\nbenchmark: assay-core\nmodels: [sim-instant]\nlimit: 10\n");
                assertThat(server.awaitEnd(run).get("state").asText()).isEqualTo("COMPLETE");
            }
            assertThat(second.kafka()).isNotEqualTo(first.kafka());
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Files.readString(copy.resolve("assay.log")))
                            .contains("A port is in use; another one is taken from now on. of=kafka port=")
                            .contains(" before=" + first.kafka().replaceFirst(".*:", "") + "\n"));
        }
    }

    private static long said(WorkerProcess worker, String text) {
        return worker.log().stream().filter(line -> line.contains(text)).count();
    }
}
