package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProviderFailureTest {

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_provider_that_is_down_is_called_exactly_as_often_as_allowed_and_no_score_comes_of_it() {
        // Given
        String spec = spec("sim-down", 20, "limits: {maxTries: 3}");

        // When
        String run = server.submit(spec);
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("PARTIAL");
        assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(60);
        JsonNode metric = server.report(run).at("/leaderboard/0/metrics/0");
        assertThat(metric.get("coverage").asDouble()).isZero();
        assertThat(metric.hasNonNull("value")).isFalse();
        Verdict.ledgerEqualsTheProvidersLog(server, run);
    }

    @Test
    void a_refused_key_ends_the_run_within_seconds_and_says_why() {
        // Given
        String spec = spec("sim-unauthorized", 400, "");

        // When
        String run = server.submit(spec);
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("FAILED");
        assertThat(ended.get("reason").asText()).contains("AUTH").contains("sim-unauthorized");
        assertThat(Duration.between(
                        Instant.parse(ended.get("submittedAt").asText()),
                        Instant.parse(ended.get("finishedAt").asText())))
                .isLessThan(Duration.ofSeconds(15));
    }

    @Test
    void a_provider_that_never_answers_costs_no_more_than_the_deadline() {
        // Given
        String spec = spec("sim-hang", 5, "limits: {maxTries: 1, deadlineSeconds: 2}");

        // When
        String run = server.submit(spec);
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("PARTIAL");
        assertThat(ended.at("/progress/failed").asInt()).isEqualTo(5);
        assertThat(server.report(run).at("/leaderboard/0/failures/DEADLINE").asInt())
                .isEqualTo(5);
    }

    @Test
    void errors_lower_the_coverage_and_never_the_score() {
        // Given: one call in ten fails, and is not tried again
        String spec = spec("sim-flaky", 400, "limits: {maxTries: 1}");

        // When
        String run = server.submit(spec);
        server.awaitEnd(run);

        // Then
        JsonNode metric = server.report(run).at("/leaderboard/0/metrics/0");
        double value = metric.get("value").asDouble();
        double coverage = metric.get("coverage").asDouble();
        assertThat(coverage).isBetween(0.8, 0.97);
        assertThat(metric.get("boundLow").asDouble()).isCloseTo(value * coverage, within());
        assertThat(metric.get("boundHigh").asDouble()).isCloseTo(value * coverage + 1 - coverage, within());
    }

    @Test
    void two_runs_of_one_manifest_give_the_same_report() {
        // Given
        String spec = spec("sim-instant", 100, "seed: 7");
        String first = server.submit(spec);
        server.awaitEnd(first);

        // When
        String second = server.submit(spec);
        server.awaitEnd(second);

        // Then
        assertThat(Verdict.lasting(server.report(second))).isEqualTo(Verdict.lasting(server.report(first)));
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-9);
    }

    private static String spec(String model, int items, String more) {
        return """
                name: failure
                benchmark: assay-core
                models: [%s]
                limit: %d
                %s
                """.formatted(model, items, more);
    }
}
