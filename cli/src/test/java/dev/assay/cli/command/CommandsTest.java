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
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

    private static final String RUN = """
            {"id": "01jd", "name": "mine", "state": "RUNNING", "benchmark": {"name": "assay-core"}, "models": ["a", "b"],
             "samples": 2000, "progress": {"answered": 500}, "submittedAt": "2026-01-02T03:04:05.678Z",
             "cost": {"spend": {"currency": "USD", "amount": "1.5"}}}
            """;

    @TempDir
    Path folder;

    private FakeServer server;
    private Shell shell;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
        shell = new Shell(folder).with("ASSAY_URL", server.url()).with("ASSAY_KEY", "secret");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void runs_are_listed_as_a_table() {
        // Given
        server.on("GET /api/v1/runs?limit=20&state=RUNNING&group=lab", "{\"runs\": [" + RUN + "]}");
        // When
        Shell.Result result = shell.call("runs", "--state", "running", "--group", "lab");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "run   name  state    benchmark   models           samples   cost  submitted",
                        "01jd  mine  RUNNING  assay-core       2  500/2,000 (25 %)  $1.50  2026-01-02T03:04:05Z");
    }

    @Test
    void a_report_shows_intervals_coverage_bounds_and_why_it_is_partial() {
        // Given
        server.on("GET /api/v1/runs/latest/report", Reports.of("PARTIAL"));
        // When
        Shell.Result result = shell.call("report", "latest");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out())
                .contains("PARTIAL: 4 samples failed. Scores are over the 90.0 %")
                .contains("sim-large failed: DEADLINE 4")
                .contains("reading   50.0 % [40.0, 60.0]  –");
        assertThat(result.out().lines())
                .contains(
                        "1  sim-large  81.3 % [77.0, 85.0]    90.0 %  73.0 % to 83.0 %  $0.0123    $0.000034  812 ms  12.3 s",
                        "–  sim-down   –                       0.0 %  0.0 % to 100.0 %        –            –       –       –");
    }

    @Test
    void a_report_shows_what_other_forms_of_the_items_did() {
        // Given
        String variants = """
                , "variants": [
                  {"model": "sim-large", "variant": null, "kind": null, "metric": "exact_match", "items": 10, "asked": 10,
                   "original": 0.8, "value": 0.6, "difference": -0.2, "low": -0.5, "high": 0.1, "changed": 0.3,
                   "better": 0, "worse": 2},
                  {"model": "sim-large", "variant": "typos", "kind": "perturbation", "metric": "exact_match", "items": 10,
                   "asked": 10, "original": 0.8, "value": 0.6, "difference": -0.2, "low": -0.5, "high": 0.1,
                   "changed": 0.3, "better": 1, "worse": 3},
                  {"model": "sim-large", "variant": "gender", "kind": "counterfactual", "metric": "exact_match", "items": 1,
                   "asked": 1, "original": 1, "value": 0, "difference": -1, "low": null, "high": null,
                   "changed": 1, "better": 0, "worse": 1}]}
                """;
        server.on(
                "GET /api/v1/runs/latest/report", Reports.of("COMPLETE").strip().replaceFirst("}$", "") + variants);
        // When
        Shell.Result result = shell.call("report", "latest");
        // Then
        assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "worst of all sim-large 10 0.800 0.600 -0.200 [-0.500, +0.100] 30.0 % 2 0",
                        "typos sim-large 10 0.800 0.600 -0.200 [-0.500, +0.100] 30.0 % 3 1",
                        "gender sim-large 1 1.000 0.000 -1.000 100.0 % 1 0");
    }

    @Test
    void samples_are_listed_with_filters_and_without_escape_sequences() {
        // Given
        server.on("GET /api/v1/runs/01jd/samples?limit=5&model=m&outcome=answered&maxScore=0.5", """
                {"samples": [{"task": "01jd.0.17.0", "itemId": "item-17", "model": "m", "category": "reading",
                              "outcome": "answered", "answer": "a\\u001b[31mb\\nc", "extracted": {"default": "42"},
                              "scores": {"exact_match": 0}, "totalMs": 12}], "next": "x"}
                """);
        // When
        Shell.Result result = shell.call(
                "samples", "01jd", "--model", "m", "--outcome", "ANSWERED", "--max-score", "0.5", "--limit", "5");
        // Then
        assertThat(result.out()).contains("0.17.0").contains("a[31mb c").contains("There are more");
        assertThat(result.out()).doesNotContain("\u001b");
    }

    @Test
    void one_sample_is_shown_whole() {
        // Given
        server.on("GET /api/v1/runs/01jd/samples/0.17.0", """
                {"task": "01jd.0.17.0", "itemId": "item-17", "model": "m", "outcome": "failed", "failure": "DEADLINE",
                 "prompt": [{"role": "user", "content": "1 + 1 = ?"}], "references": ["2", "two"], "answer": "3",
                 "attemptList": [{"attempt": 1, "outcome": "failed", "failure": "PROVIDER_DOWN", "httpStatus": 503}]}
                """);
        // When
        Shell.Result result = shell.call("samples", "01jd", "01jd.0.17.0");
        // Then
        assertThat(result.out())
                .contains("outcome     failed DEADLINE")
                .contains("references  2 | two")
                .contains("user\n  1 + 1 = ?")
                .contains("PROVIDER_DOWN   503");
    }

    @Test
    void an_export_goes_to_standard_output_as_it_is() {
        // Given
        server.on("GET /api/v1/runs/01jd/export?format=csv", "task,answer\r\n1,ä\r\n");
        // When
        Shell.Result result = shell.call("export", "01jd", "--format", "csv");
        // Then
        assertThat(result.out()).isEqualTo("task,answer\r\n1,ä\r\n");
    }

    @Test
    void an_export_that_is_refused_leaves_no_file() {
        // Given
        server.on("GET /api/v1/runs/01jd/export?format=jsonl", 503, "{\"detail\": \"too many exports\"}");
        // When
        Shell.Result result = shell.call("export", "01jd", "--format", "jsonl", "-o", folder + "/x.jsonl");
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("too many exports");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void an_export_is_written_to_a_file() {
        // Given
        server.on("GET /api/v1/runs/01jd/export?format=jsonl", "{}\n");
        // When
        Shell.Result result = shell.call("export", "01jd", "--format", "jsonl", "-o", folder + "/x.jsonl");
        // Then
        assertThat(result.status()).isZero();
        assertThat(folder.resolve("x.jsonl")).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancel", "pause", "resume"})
    void a_run_is_controlled(String verb) {
        // Given
        server.on("POST /api/v1/runs/latest/" + verb, 202, RUN);
        // When
        Shell.Result result = shell.call(verb, "latest", "--reason", "wrong prompt");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Run 01jd: " + verb + " is accepted");
        assertThat(server.requests().getFirst().body()).isEqualTo("{\"reason\":\"wrong prompt\"}");
    }

    @Test
    void what_the_state_of_a_run_does_not_allow_is_an_error() {
        // Given
        server.on("POST /api/v1/runs/01jd/resume", 409, "{\"detail\": \"the run is COMPLETE\"}");
        // When
        Shell.Result result = shell.call("resume", "01jd");
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err().strip()).isEqualTo("the run is COMPLETE");
    }

    @Test
    void a_run_is_scored_again() throws IOException {
        // Given
        Path file = Files.writeString(folder.resolve("again.yaml"), "metrics: [contains]\n");
        server.on("POST /api/v1/runs/01jd/rescore", 202, RUN);
        // When
        Shell.Result result = shell.call("rescore", "01jd", file.toString());
        // Then
        assertThat(result.status()).isZero();
        assertThat(server.requests().getFirst().body()).isEqualTo("{\"metrics\":[\"contains\"]}");
    }

    @Test
    void models_groups_and_benchmarks_are_listed() {
        // Given
        server.on(
                "GET /api/v1/models",
                "{\"models\": [{\"name\": \"m\", \"connection\": \"sim\", \"pool\": \"sim\", \"price\": {\"currency\": \"USD\", \"inputPerMillion\": \"0.40\", \"outputPerMillion\": \"1.60\"}}]}");
        server.on("GET /api/v1/groups", "{\"groups\": [{\"name\": \"lab\", \"weight\": 2}]}");
        server.on("GET /api/v1/benchmarks", "{\"benchmarks\": [{\"name\": \"assay-core\", \"items\": 1300}]}");
        // When
        String all = shell.call("models").out()
                + shell.call("groups").out()
                + shell.call("benchmarks").out();
        // Then
        assertThat(all)
                .contains("m      sim         sim      $0.40      $1.60")
                .contains("lab         2       –      –")
                .contains("1,300");
    }

    @Test
    void keys_are_made_and_revoked() {
        // Given
        server.on("POST /api/v1/keys", 201, "{\"id\": \"7k\", \"key\": \"ak_once\"}");
        server.on("DELETE /api/v1/keys/7k", 204, "");
        // When
        Shell.Result made = shell.call("keys", "create", "nightly", "--group", "lab");
        Shell.Result revoked = shell.call("keys", "revoke", "7k");
        // Then
        assertThat(made.out()).isEqualTo("ak_once\n");
        assertThat(server.requests().getFirst().body())
                .isEqualTo("{\"name\":\"nightly\",\"group\":\"lab\",\"role\":\"member\"}");
        assertThat(revoked.out()).contains("Key 7k is revoked");
    }

    @Test
    void status_tells_health_and_active_runs() {
        // Given
        server.on("GET /api/v1/health", "{\"status\": \"UP\", \"version\": \"1\", \"services\": {\"scorer\": \"UP\"}}");
        for (String state : new String[] {"PLANNING", "PAUSED", "FINISHING"}) {
            server.on("GET /api/v1/runs?state=" + state + "&limit=200", "{\"runs\": []}");
        }
        server.on("GET /api/v1/runs?state=RUNNING&limit=200", "{\"runs\": [" + RUN + "]}");
        // When
        Shell.Result result = shell.call("status");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains(": UP").contains("scorer UP").contains("01jd");
    }

    @Test
    void a_key_that_is_refused_says_where_keys_are() {
        // Given
        server.on("GET /api/v1/models", 401, "{\"detail\": \"This key is not valid.\"}");
        // When
        Shell.Result result = shell.call("models");
        // Then
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("This key is not valid.").contains("ASSAY_KEY");
    }

    @Test
    void a_server_that_does_not_answer_is_status_5() {
        // Given
        server.close();
        // When
        Shell.Result result = shell.call("models");
        // Then
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err()).contains("./assay up");
    }

    @Test
    void without_a_server_the_remedy_is_named() {
        // When
        Shell.Result result = new Shell(folder).call("runs");
        // Then
        assertThat(result.status()).isEqualTo(5);
        assertThat(result.err())
                .contains("Assay is not running in " + folder.resolve(".assay"))
                .contains("./assay up");
    }

    @Test
    void the_address_file_gives_url_and_key() throws IOException {
        // Given
        addressFile(ProcessHandle.current().pid());
        server.on("GET /api/v1/models", "{\"models\": []}");
        // When
        Shell.Result result = new Shell(folder).call("models", "--data", folder.toString());
        // Then
        assertThat(result.status()).isZero();
        assertThat(server.requests().getFirst().header("Authorization")).isEqualTo("Bearer filekey");
    }

    @Test
    void a_worker_is_given_the_broker_of_the_address_file() throws IOException {
        // Given
        Path file = addressFile(ProcessHandle.current().pid());
        Path app = Files.createDirectories(folder.resolve("workers/target/quarkus-app"));
        Files.createFile(app.resolve("quarkus-run.jar"));
        // When
        Shell.Result result = new Shell(folder)
                .with("ASSAY_HOME", folder.toString())
                .call("worker", "--server", file.toString(), "--slots", "7", "--id", "w1");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out().lines())
                .contains("-Xmx256m", "-Dkafka.bootstrap.servers=127.0.0.1:9", "-Dworkers.slots=7", "-Dworkers.id=w1")
                .endsWith("-jar", app.resolve("quarkus-run.jar").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "up",
                "down",
                "status",
                "run",
                "runs",
                "report",
                "samples",
                "export",
                "cancel",
                "pause",
                "resume",
                "rescore",
                "models",
                "benchmarks",
                "groups",
                "keys",
                "worker"
            })
    void every_command_explains_itself(String command) {
        // When
        Shell.Result result = shell.call(command, "--help");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("Usage: assay " + command);
    }

    @Test
    void the_help_groups_all_commands() {
        // When
        Shell.Result result = shell.call("--help");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Begin:", "Runs:", "More:", "  test ", "  bench ", "  resume ");
        assertThat(shell.call("--version").out()).startsWith("assay ");
    }

    private Path addressFile(long pid) throws IOException {
        return Files.writeString(
                folder.resolve("assay.json"),
                "{\"url\": \"" + server.url() + "\", \"pid\": " + pid
                        + ", \"kafka\": \"127.0.0.1:9\", \"adminKey\": \"filekey\"}");
    }
}
