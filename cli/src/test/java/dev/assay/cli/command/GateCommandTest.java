package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCommandTest {

    private static final String VERDICT = """
            {"decision": "%s", "exitStatus": %d, "candidate": "01bb:tuned", "baseline": "01aa:base", "rules": [
              {"metric": "exact_match", "asked": "at most 0.02 below the baseline", "tier": "blocking",
               "outcome": "INSUFFICIENT", "items": 100, "missing": 3, "change": -0.01, "low": -0.05, "high": 0.03,
               "worseP": 0.3, "itemsNeeded": 930, "reason": "not shown to be within what is tolerated"}]}
            """;

    @TempDir
    Path folder;

    private FakeServer server;
    private Shell shell;
    private String policy;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        shell = new Shell(folder).with("ASSAY_URL", server.url()).with("ASSAY_KEY", "secret");
        policy = Files.writeString(folder.resolve("gate.yaml"), "rules: [{metric: exact_match, maxDrop: 0.02}]\n")
                .toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({"GO, 0", "NO_GO, 1", "INCONCLUSIVE, 2"})
    void the_exit_status_is_the_verdict(String decision, int status) {
        // Given
        server.on("POST /api/v1/runs/01bb/gate?model=tuned&baseline=01aa%3Abase", VERDICT.formatted(decision, status));
        // When
        Shell.Result result =
                shell.call("gate", "01bb", "--policy", policy, "--model", "tuned", "--baseline", "01aa:base");
        // Then
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out())
                .contains("01bb:tuned against 01aa:base")
                .contains("INSUFFICIENT  exact_match  at most 0.02 below the baseline   -0.01  [-0.05, +0.03]    100")
                .contains("about 930 items would do")
                .contains(decision.replace("_", "-") + ": ");
        assertThat(server.requests().getFirst().body()).contains("maxDrop: 0.02");
        assertThat(server.requests().getFirst().header("Content-Type")).isEqualTo("application/yaml");
    }

    @Test
    void a_wrong_policy_is_told_at_its_place_and_is_no_verdict() {
        // Given
        server.on("POST /api/v1/runs/01bb/gate", 422, """
                {"status": 422, "detail": "no", "problems": [
                  {"path": "rules[0].metric", "line": 1, "column": 19, "message": "is not a score", "remedy": "There is f1."}]}
                """);
        // When
        Shell.Result result = shell.call("gate", "01bb", "--policy", policy);
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().strip()).isEqualTo(policy + ":1:19 rules[0].metric: is not a score — There is f1.");
    }

    @ParameterizedTest
    @CsvSource({"404", "409", "403", "500"})
    void a_refusal_is_neither_go_nor_no_go(int status) {
        // Given
        server.on("POST /api/v1/runs/01bb/gate", status, "{\"detail\": \"the run goes on\"}");
        // When
        Shell.Result result = shell.call("gate", "01bb", "--policy", policy);
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("the run goes on");
    }

    @Test
    void a_run_is_waited_for_and_held_against_a_policy_that_was_checked_first() throws IOException {
        // Given
        Path spec = Files.writeString(folder.resolve("run.yaml"), "benchmark: b\nmodels: [tuned]\n");
        server.on("POST /api/v1/gates/check", "{}")
                .on("POST /api/v1/runs", 202, "{\"id\": \"01bb\", \"name\": \"n\", \"samples\": 1, \"group\": \"g\"}")
                .on("GET /api/v1/runs/01bb", "{\"id\": \"01bb\", \"state\": \"COMPLETE\", \"samples\": 1}")
                .on("GET /api/v1/runs/01bb/report", Reports.of("COMPLETE"))
                .on("POST /api/v1/runs/01bb/gate?baseline=01aa", VERDICT.formatted("NO_GO", 1));
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--wait", "--gate", policy, "--baseline", "01aa");
        // Then
        assertThat(result.err()).doesNotContain("Exception");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("NO-GO: a blocking rule is breached.");
        assertThat(server.requests().getFirst().target()).isEqualTo("/api/v1/gates/check");
    }

    @Test
    void a_policy_that_is_refused_makes_no_run() throws IOException {
        // Given
        Path spec = Files.writeString(folder.resolve("run.yaml"), "benchmark: b\nmodels: [tuned]\n");
        server.on("POST /api/v1/gates/check", 422, "{\"detail\": \"rules: is missing\", \"problems\": []}");
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--wait", "--gate", policy);
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_gate_needs_a_run_that_is_waited_for() throws IOException {
        // Given
        Path spec = Files.writeString(folder.resolve("run.yaml"), "benchmark: b\nmodels: [tuned]\n");
        // When
        Shell.Result hasty = shell.call("run", spec.toString(), "--gate", policy);
        Shell.Result lost = shell.call("run", spec.toString(), "--wait", "--baseline", "01aa");
        // Then
        assertThat(hasty.status()).isEqualTo(2);
        assertThat(hasty.err()).contains("Add --wait.");
        assertThat(lost.status()).isEqualTo(2);
        assertThat(lost.err()).contains("belong to --gate");
    }
}
