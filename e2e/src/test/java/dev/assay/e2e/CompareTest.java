package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two simulated models of planted ability: their difference is found, and gates decide on it. */
class CompareTest {

    @TempDir
    private static Path folder;

    private static ServerProcess server;
    private static String base;
    private static String tuned;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
        base = server.submit("name: base\nbenchmark: assay-core\nmodels: [sim-small]\nseed: 3\nlimit: 240\n");
        tuned = server.submit("name: tuned\nbenchmark: assay-core\nmodels: [sim-large]\nseed: 3\n");
        server.awaitEnd(base);
        server.awaitEnd(tuned);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static double truth(String run, String category) {
        return server.get("/simulator/truth?run=" + run)
                .at("/models/0/byCategory/" + category + "/accuracy")
                .asDouble();
    }

    @Test
    void the_planted_difference_is_found_on_the_items_that_both_were_asked() {
        // When
        JsonNode found = server.get("/api/v1/comparisons?side=" + base + "&side=" + tuned + "&byCategory=true");

        // Then: a limit of the same seed is a part of the whole
        JsonNode pair = found.at("/pairs/0");
        assertThat(pair.at("/shared/items").asInt()).isEqualTo(240);
        assertThat(pair.at("/shared/onlyCandidate").asInt()).isEqualTo(240);
        assertThat(pair.at("/difference/better").asText()).isEqualTo("candidate");
        assertThat(pair.at("/difference/low").asDouble()).isPositive();
        double small = server.get("/simulator/truth?run=" + base)
                .at("/models/0/accuracy")
                .asDouble();
        assertThat(pair.at("/difference/baseline").asDouble()).isCloseTo(small, within(0.02));
        assertThat(pair.at("/categories"))
                .hasSize(4)
                .allSatisfy(category -> assertThat(
                                category.at("/difference/baseline").asDouble())
                        .isCloseTo(truth(base, category.get("category").asText()), within(0.04)));
    }

    @Test
    void gates_end_with_the_status_of_their_verdict() throws IOException {
        // Given
        Path policy = Files.writeString(folder.resolve("gate.yaml"), "rules: [{metric: exact_match, maxDrop: 0.05}]\n");

        // When
        var worse = CommandLineProcess.run(
                server, folder, "gate", base, "--policy", policy.toString(), "--baseline", tuned);
        var better = CommandLineProcess.run(
                server, folder, "gate", tuned, "--policy", policy.toString(), "--baseline", base);
        var wrong = CommandLineProcess.run(server, folder, "gate", tuned, "--policy", policy.toString());

        // Then: of the whole run's items the limited one has half, which is too few for a verdict
        assertThat(worse.status()).as(worse.text()).isEqualTo(2);
        assertThat(worse.text()).contains("240 of the baseline's 480 items");
        assertThat(better.status()).as(better.text()).isZero();
        assertThat(better.text()).contains("GO: every blocking rule passes.");
        assertThat(wrong.status()).isEqualTo(2);
        assertThat(wrong.text()).contains("--baseline RUN");
    }

    @Test
    void a_run_is_waited_for_and_breaches_its_gate() throws IOException {
        // Given
        Path policy =
                Files.writeString(folder.resolve("strict.yaml"), "rules: [{metric: exact_match, maxDrop: 0.05}]\n");
        Path spec =
                Files.writeString(folder.resolve("run.yaml"), "benchmark: assay-core\nmodels: [sim-small]\nseed: 4\n");

        // When
        var run = CommandLineProcess.run(
                server, folder, "run", spec.toString(), "--wait", "--gate", policy.toString(), "--baseline", tuned);

        // Then
        assertThat(run.status()).as(run.text()).isEqualTo(1);
        assertThat(run.text()).contains("BREACH").contains("NO-GO: a blocking rule is breached.");
    }
}
