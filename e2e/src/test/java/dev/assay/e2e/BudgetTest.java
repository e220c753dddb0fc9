package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    private static final String SPEC = "name: budget\nbenchmark: assay-core\nmodels: [sim-large]\n";

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

    /** The least that the run may cost: one token for each answer, as nothing is known of the model yet. */
    private static BigDecimal low() throws IOException {
        String estimate = server.post("/api/v1/runs?dryRun=true", "application/yaml", SPEC)
                .body();
        return new BigDecimal(
                new ObjectMapper().readTree(estimate).at("/estimate/low/amount").asText());
    }

    @Test
    void a_run_that_costs_more_than_was_estimated_stops_within_its_budget_and_says_so() throws IOException {
        // Given
        BigDecimal budget = low();

        // When
        String run = server.submit(SPEC + "budget: " + budget.toPlainString() + "\n");
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("PARTIAL");
        assertThat(ended.get("reason").asText()).startsWith("The budget of " + budget.toPlainString() + " USD is used");
        assertThat(ended.at("/progress/answered").asInt()).isBetween(16, 479);
        BigDecimal spent =
                new BigDecimal(server.chargeTotals(run).at("/amount/amount").asText());
        assertThat(spent).isPositive().isLessThanOrEqualTo(budget);
        Verdict.ledgerEqualsTheProvidersLog(server, run);
        assertThat(server.report(run).at("/leaderboard/0/metrics/0/coverage").asDouble())
                .isBetween(0.01, 0.999);
    }
}
