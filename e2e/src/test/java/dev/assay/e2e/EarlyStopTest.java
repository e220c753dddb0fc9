package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyStopTest {

    private static final int SAMPLES = 960;
    private static final String APART = """
            name: apart
            benchmark: assay-core
            models: [sim-large, sim-small]
            stop: {when: {better: [sim-small, sim-large]}}
            """;
    private static final String ALIKE = """
            name: alike
            benchmark: assay-core
            models: [sim-instant, sim-terse]
            seed: 3
            stop: {when: {better: [sim-instant, sim-terse]}}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_run_asks_no_more_than_its_question_needs_and_kill_9_changes_neither_answer_nor_report() {
        // Given
        JsonNode undisturbed;
        String run;
        try (ServerProcess server = ServerProcess.start(folder, "--slots", "8")) {
            String first = server.submit(APART);
            JsonNode ended = server.awaitEnd(first);
            assertThat(ended.get("state").asText()).isEqualTo("COMPLETE");
            assertThat(ended.get("reason").asText()).startsWith("The question is answered.");
            assertThat(server.simulatorCalls(first).get("calls").asInt()).isLessThan(SAMPLES / 2);
            Verdict.ledgerEqualsTheProvidersLog(server, first);
            undisturbed = server.report(first);
            run = server.submit(APART);
            server.awaitAnswered(run, 40);

            // When
            server.kill();
        }
        try (ServerProcess again = ServerProcess.start(folder, "--slots", "8")) {
            JsonNode ended = again.awaitEnd(run);

            // Then
            JsonNode answer = undisturbed.at("/stop/answers/0");
            assertThat(answer.get("answer").asText()).isEqualTo("sim-large is better than sim-small");
            assertThat(answer.get("verdict").asText()).isEqualTo("BELOW");
            assertThat(answer.get("items").asInt()).isBetween(50, 200);
            assertThat(answer.get("high").asDouble()).isLessThanOrEqualTo(0);
            assertThat(answer.get("interval").asText()).isEqualTo("anytime-95");
            assertThat(undisturbed.at("/leaderboard/0/metrics/0/samples").asInt())
                    .isEqualTo(answer.get("items").asInt());
            assertThat(undisturbed.at("/run/saved/samples").asInt())
                    .isEqualTo(SAMPLES - undisturbed.at("/run/saved/asked").asInt())
                    .isGreaterThan(SAMPLES / 2);
            assertThat(ended.get("state").asText()).isEqualTo("COMPLETE");
            assertThat(Verdict.lasting(again.report(run))).isEqualTo(Verdict.lasting(undisturbed));
            again.stop();
        }
    }

    @Test
    void models_of_one_ability_are_not_told_apart_and_all_items_are_asked() {
        try (ServerProcess server = ServerProcess.start(folder)) {
            // When
            String run = server.submit(ALIKE);
            server.awaitEnd(run);

            // Then
            JsonNode answer = server.report(run).at("/stop/answers/0");
            assertThat(answer.get("verdict").asText()).isEqualTo("OPEN");
            assertThat(answer.get("answer").asText()).endsWith("not decided, all items asked");
            assertThat(answer.get("low").asDouble()).isNegative();
            assertThat(answer.get("high").asDouble()).isPositive();
            Verdict.nothingIsLostOrDoubled(server, run, SAMPLES);
        }
    }
}
