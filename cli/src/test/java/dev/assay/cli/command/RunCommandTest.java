package dev.assay.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    private static final String HASH = "sha256:" + "ab".repeat(32);
    private static final String SUBMITTED = """
            {"id": "01jd", "name": "mine", "group": "default", "state": "PLANNING", "samples": 4,
             "estimate": {"expected": {"currency": "USD", "amount": "0.5"}, "low": {"currency": "USD", "amount": "0.4"},
                          "high": {"currency": "USD", "amount": "0.6"}, "inputTokens": 1200, "outputTokens": 40}}
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
    void a_spec_is_sent_as_it_is_with_key_and_type() throws IOException {
        // Given
        String text = "benchmark: assay-core # mine\nmodels: [sim-large]\n";
        Path spec = write("run.yaml", text);
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--idempotency-key", "k1");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).contains("Run 01jd: mine, 4 samples").contains("$0.5000 ($0.4000 to $0.6000)");
        FakeServer.Request request = server.requests().getFirst();
        assertThat(request.body()).isEqualTo(text);
        assertThat(request.header("Authorization")).isEqualTo("Bearer secret");
        assertThat(request.header("Content-Type")).isEqualTo("application/yaml");
        assertThat(request.header("Idempotency-Key")).isEqualTo("k1");
    }

    @Test
    void a_data_file_is_uploaded_and_its_hash_takes_its_place() throws IOException {
        // Given
        write("items.jsonl", "{\"q\": \"1\"}\n");
        Path spec = write("run.yaml", "benchmark:\n  dataset:\n    file: items.jsonl # here\nmodels: [m]\n");
        server.on("POST /api/v1/datasets?format=jsonl", 201, "{\"dataset\": \"" + HASH + "\", \"items\": 1}");
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        // When
        Shell.Result result = shell.call("run", spec.toString());
        // Then
        assertThat(result.status()).isZero();
        assertThat(server.requests().get(0).body()).isEqualTo("{\"q\": \"1\"}\n");
        assertThat(server.requests().get(1).body())
                .isEqualTo("benchmark:\n  dataset:\n    \"hash\": \"" + HASH + "\" # here\nmodels: [m]\n");
    }

    @Test
    void problems_are_shown_one_a_line_at_their_place_in_the_file() throws IOException {
        // Given
        write("items.csv", "q,a\n1,2\n");
        Path spec = write("run.yaml", "benchmark: {dataset: {file: items.csv}, prompt: 7}\nmodels: [m]\n");
        server.on("POST /api/v1/datasets?format=csv", 201, "{\"dataset\": \"" + HASH + "\"}");
        String sent = "benchmark: {dataset: {\"hash\": \"" + HASH + "\"}, prompt: 7}";
        int column = sent.indexOf('7', sent.indexOf("prompt")) + 1;
        server.on("POST /api/v1/runs", 422, """
                {"status": 422, "detail": "no", "problems": [
                  {"path": "benchmark.prompt", "line": 1, "column": %d, "message": "must be a text", "remedy": "Quote it."},
                  {"path": "models[0]", "line": 2, "column": 10, "message": "there is no model 'm'"}]}
                """.formatted(column));
        // When
        Shell.Result result = shell.call("run", spec.toString());
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .containsExactly(
                        spec + ":1:49 benchmark.prompt: must be a text — Quote it.",
                        spec + ":2:10 models[0]: there is no model 'm'");
    }

    @Test
    void a_wrong_line_of_the_data_names_the_data_file() throws IOException {
        // Given
        write("items.jsonl", "{}\n");
        Path spec = write("run.json", "{\"benchmark\": {\"dataset\": {\"file\": \"items.jsonl\"}}}");
        server.on(
                "POST /api/v1/datasets?format=jsonl",
                422,
                "{\"status\": 422, \"problems\": [{\"path\": \"answer\", \"line\": 7, \"message\": \"is missing\"}]}");
        // When
        Shell.Result result = shell.call("run", spec.toString());
        // Then
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err().strip()).isEqualTo("items.jsonl:7 answer: is missing");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_line_of_the_data_that_does_not_fit_the_spec_names_the_data_file_too() throws IOException {
        // Given
        write("items.jsonl", "{}\n");
        Path spec = write("run.yaml", "benchmark: {dataset: {file: items.jsonl}}\n");
        Path inline = write("inline.yaml", "benchmark: {dataset: {inline: []}}\n");
        server.on("POST /api/v1/datasets?format=jsonl", 201, "{\"dataset\": \"" + HASH + "\"}");
        server.on("POST /api/v1/runs", 422, """
                {"status": 422, "problems": [
                  {"path": "benchmark.dataset", "line": 7, "message": "no answer in line 7", "remedy": "Add it."}]}
                """);
        // When
        Shell.Result ofFile = shell.call("run", spec.toString());
        Shell.Result ofInline = shell.call("run", inline.toString());
        // Then
        assertThat(ofFile.err().strip()).isEqualTo("items.jsonl:7 benchmark.dataset: no answer in line 7 — Add it.");
        assertThat(ofInline.err().strip()).isEqualTo(inline + " benchmark.dataset: no answer in line 7 — Add it.");
    }

    @ParameterizedTest
    @CsvSource({"COMPLETE,0", "PARTIAL,3", "CANCELLED,3", "FAILED,4"})
    void waiting_ends_with_the_status_of_the_run(String state, int status) throws IOException {
        // Given
        Path spec = write("run.yaml", "benchmark: assay-core\nmodels: [m]\n");
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        server.on("GET /api/v1/runs/01jd", "{\"id\": \"01jd\", \"state\": \"RUNNING\", \"samples\": 4}");
        server.on("GET /api/v1/runs/01jd", "{\"id\": \"01jd\", \"state\": \"" + state + "\", \"samples\": 4}");
        server.on("GET /api/v1/runs/01jd/report", Reports.of(state));
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--wait");
        // Then
        assertThat(result.status()).isEqualTo(status);
        assertThat(result.out()).contains("sim-large").contains(state);
        assertThat(result.err()).contains("RUNNING 0/4 (0 %)");
    }

    @Test
    void with_json_exactly_one_document_is_on_standard_output() throws IOException {
        // Given
        Path spec = write("run.yaml", "benchmark: assay-core\nmodels: [m]\n");
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        server.on("GET /api/v1/runs/01jd", "{\"id\": \"01jd\", \"state\": \"COMPLETE\", \"samples\": 4}");
        server.on("GET /api/v1/runs/01jd/report", Reports.of("COMPLETE"));
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--wait", "--json");
        // Then
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readTree(result.out())).isEqualTo(json.readTree(Reports.of("COMPLETE")));
    }

    @Test
    void a_server_that_is_away_for_a_moment_is_waited_for() throws IOException {
        // Given
        Path spec = write("run.yaml", "benchmark: assay-core\nmodels: [m]\n");
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        server.on("GET /api/v1/runs/01jd", 503, "{\"detail\": \"starting\"}");
        server.on("GET /api/v1/runs/01jd", "{\"id\": \"01jd\", \"state\": \"COMPLETE\", \"samples\": 4}");
        server.on("GET /api/v1/runs/01jd/report", Reports.of("COMPLETE"));
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--wait");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.err()).contains("the server does not answer; trying again");
    }

    @Test
    void a_dry_run_makes_nothing_and_tells_the_cost() throws IOException {
        // Given
        Path spec = write("run.yaml", "benchmark: assay-core\nmodels: [m]\n");
        server.on("POST /api/v1/runs?dryRun=true", "{\"name\": \"mine\", \"group\": \"default\", \"samples\": 4}");
        // When
        Shell.Result result = shell.call("run", spec.toString(), "--dry-run");
        // Then
        assertThat(result.status()).isZero();
        assertThat(result.out()).startsWith("Nothing is wrong with it: mine, 4 samples");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void a_group_takes_the_place_of_the_specs() throws IOException {
        // Given
        Path spec = write("run.yaml", "benchmark: assay-core\ngroup: old\nmodels: [m]");
        server.on("POST /api/v1/runs", 202, SUBMITTED);
        // When
        shell.call("run", spec.toString(), "--group", "lab");
        // Then
        assertThat(server.requests().getFirst().body()).isEqualTo("benchmark: assay-core\ngroup: \"lab\"\nmodels: [m]");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
