package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {

    private static final int SAMPLES = 480;
    private static final String SPEC = """
            name: crash
            benchmark: assay-core
            models: [sim-50ms]
            """;

    @TempDir
    private Path folder;

    @Test
    void a_run_survives_kill_9_of_the_whole_server_and_its_report_is_that_of_an_undisturbed_run() {
        survives(ServerProcess::kill);
    }

    @Test
    void a_run_survives_kill_9_of_the_server_and_its_database_at_once() {
        survives(ServerProcess::killWithDatabase);
    }

    private void survives(Consumer<ServerProcess> killing) {
        // Given
        String undisturbed;
        String run;
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "8")) {
            String first = server.submit(SPEC);
            server.awaitEnd(first);
            undisturbed = Verdict.lasting(server.report(first));
            run = server.submit(SPEC);
            server.awaitAnswered(run, 60);

            // When
            killing.accept(server);
        }
        try (ServerProcess again = ServerProcess.start(folder, "--slots", "8")) {
            again.awaitEnd(run);

            // Then
            Verdict.nothingIsLostOrDoubled(again, run, SAMPLES);
            assertThat(Verdict.lasting(again.report(run))).isEqualTo(undisturbed);
            int repeated = again.simulatorCalls(run).get("calls").asInt() - SAMPLES;
            assertThat(repeated).as("repeated calls").isBetween(0, 8 + 60);
            again.stop();
            assertThat(again.addressFile())
                    .as("address of a server that was stopped")
                    .doesNotExist();
        }
    }

    @Test
    void a_run_survives_kill_9_of_a_worker() {
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "0");
                WorkerProcess doomed = WorkerProcess.join(server, folder, "doomed", 8);
                WorkerProcess other = WorkerProcess.join(server, folder, "other", 8)) {
            // Given
            String run = server.submit(SPEC);
            server.awaitAnswered(run, 100);

            // When
            doomed.kill();
            JsonNode ended = server.awaitEnd(run);

            // Then
            assertThat(ended.get("state").asText()).isEqualTo("COMPLETE");
            Verdict.nothingIsLostOrDoubled(server, run, SAMPLES);
            int repeated = server.simulatorCalls(run).get("calls").asInt() - SAMPLES;
            assertThat(repeated).as("repeated calls").isBetween(0, 8 + 60);
        }
    }

    @Test
    void a_worker_that_is_told_to_leave_repeats_nothing() {
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "0");
                WorkerProcess leaving = WorkerProcess.join(server, folder, "leaving", 8);
                WorkerProcess other = WorkerProcess.join(server, folder, "other", 8)) {
            // Given
            String run = server.submit(SPEC);
            server.awaitAnswered(run, 100);

            // When
            leaving.stop();
            server.awaitEnd(run);

            // Then
            Verdict.nothingIsLostOrDoubled(server, run, SAMPLES);
            assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(SAMPLES);
        }
    }
}
