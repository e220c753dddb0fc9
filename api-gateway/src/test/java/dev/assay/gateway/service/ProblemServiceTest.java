package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong is answered as a problem that says where and what to do, and nothing is made. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class ProblemServiceTest {

    @TestHTTPResource("/")
    URI address;

    @Inject
    Platform platform;

    private Api api;

    @BeforeEach
    void prices() {
        platform.pricesAreThere();
        api = Api.anonymous(address).as(GatewaySurroundings.ADMIN_KEY);
    }

    private static void assertProblem(Api.Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.type()).startsWith("application/problem+json");
        assertThat(answer.json().at("/status").asInt()).isEqualTo(status);
        assertThat(answer.at("/type")).isEqualTo("about:blank");
        assertThat(answer.at("/title")).isNotEmpty();
        assertThat(answer.at("/detail")).isNotEmpty().doesNotContain("Exception");
    }

    @Test
    void requests_that_lead_nowhere_are_problems() {
        // When / Then
        assertProblem(api.get("/api/v1/nothing"), 404);
        assertProblem(api.get("/api/v1/runs/01jd3x5m8q2v7c9e4k6n0p1r2s/nothing"), 404);
        assertProblem(api.get("/api/v2/runs"), 404);
        assertProblem(api.get("/api/v1/runs/01jd3x5m8q2v7c9e4k6n0p1r2s"), 404);
        assertProblem(api.get("/api/v1/runs/abc"), 404);
        assertProblem(api.delete("/api/v1/runs"), 405);
        assertProblem(api.send("PUT", "/api/v1/keys/x", "application/json", "{}"), 405);
        assertProblem(api.post("/api/v1/runs", "image/png", "x"), 415);
        assertProblem(api.post("/api/v1/datasets", "image/png", "x"), 415);
        assertProblem(api.get("/api/v1/runs?limit=0"), 400);
        assertProblem(api.get("/api/v1/runs?state=done"), 400);
        assertProblem(api.get("/api/v1/runs?cursor=%21"), 400);
        assertProblem(api.postJson("/api/v1/keys", "{\"name\": "), 400);
        assertProblem(api.postJson("/api/v1/keys", "[]"), 400);
        assertProblem(api.postJson("/api/v1/keys", "{\"nam\": \"x\"}"), 400);
        assertProblem(api.post("/api/v1/runs?dryRun=perhaps", "text/yaml", "x"), 400);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GET    | runs?limitt=5                 | 'limitt' here. Did you mean 'limit'?
            GET    | runs?limit=5&stat=RUNNING     | 'stat' here. Did you mean 'state'?
            GET    | runs/latest/samples?modle=x   | 'modle' here. Did you mean 'model'?
            GET    | runs/latest/export?prompt=1   | 'prompt' here. Did you mean 'prompts'?
            GET    | comparisons?sides=a           | 'sides' here. Did you mean 'side'?
            POST   | runs?dryrun                   | 'dryrun' here. Did you mean 'dryRun'?
            POST   | runs?dry%0Arun=1              | 'dry run' here. Did you mean 'dryRun'?
            POST   | runs/latest/pause?now=1       | 'now' here. It takes none.
            GET    | runs/latest/events?since=1    | 'since' here. It takes none.
            GET    | events?run=latest             | 'run' here. It takes none.
            GET    | health?verbose                | 'verbose' here. It takes none.
            GET    | runs/latest/charges?zzz=1     | 'zzz' here. Known are cursor, limit.
            """)
    void a_query_parameter_that_is_unknown_is_named_with_the_nearest_one(String method, String path, String detail) {
        // When
        Api.Answer answer = method.equals("GET") ? api.get("/api/v1/" + path) : api.postJson("/api/v1/" + path, "{}");

        // Then
        assertProblem(answer, 400);
        assertThat(answer.at("/detail")).isEqualTo("query: there is no parameter " + detail);
    }

    @Test
    void who_may_not_ask_is_told_that_first_and_an_empty_query_is_none() {
        // When / Then
        assertProblem(Api.anonymous(address).get("/api/v1/runs?limitt=5"), 401);
        assertThat(api.get("/api/v1/runs?").status()).isEqualTo(200);
        assertThat(api.get("/api/v1/runs?limit=1&").status()).isEqualTo(200);
    }

    @Test
    void bodies_above_their_limits_are_refused() {
        // Given
        String line = "{\"q\": \"" + "x".repeat(1_000) + "\"}\n";

        // When / Then
        assertProblem(api.post("/api/v1/runs", "text/yaml", "#".repeat(1_100_000)), 413);
        assertProblem(api.post("/api/v1/datasets", "application/x-ndjson", line.repeat(2_200)), 413);
        assertProblem(api.postJson("/api/v1/keys", "\"" + "x".repeat(70_000) + "\""), 413);
    }

    static Stream<Arguments> wrongSpecs() {
        String good = "benchmark: assay-smoke\nmodels: [sim-small]\n";
        String own = """
                benchmark:
                  name: own
                  dataset: {inline: [{q: "1", a: "1"}, {q: "2", a: "2"}]}
                  prompt: "{{ q }}"
                  target: a
                models: [sim-small]
                """;
        return Stream.of(
                arguments("empty text", "", ""),
                arguments("bad YAML", "benchmark: [\n", ""),
                arguments("a tab", "benchmark:\n\tname: x\n", ""),
                arguments("no benchmark", "models: [sim-small]\n", "benchmark"),
                arguments("unknown field", good + "bugdet: 1\n", "bugdet"),
                arguments("unknown model", "benchmark: assay-smoke\nmodels: [sim-smal]\n", "models[0]"),
                arguments("the same model twice", good.replace("[sim-small]", "[sim-small, sim-small]"), "models[1]"),
                arguments("no models", "benchmark: assay-smoke\nmodels: []\n", "models"),
                arguments("a model without a price", good.replace("sim-small", "unpriced-7b"), "models[0]"),
                arguments("two currencies", good.replace("sim-small", "sim-small, euro-7b"), "models"),
                arguments("unknown benchmark", good.replace("assay-smoke", "assay-smok"), "benchmark"),
                arguments("unknown metric", good + "metrics: [exact_mach]\n", "metrics[0]"),
                arguments(
                        "unknown filter",
                        own.replace("target: a", "target: a\n  extract: [stripp]"),
                        "benchmark.extract[0]"),
                arguments("negative budget", good + "budget: -1\n", "budget"),
                arguments("budget in words", good + "budget: cheap\n", "budget"),
                arguments("budget in another currency", good + "budget: 1000 EUR\n", "budget"),
                arguments("budget that cannot be enough", good + "budget: 0.0001\n", "budget"),
                arguments("repeats of 0", good + "repeats: 0\n", "repeats"),
                arguments("limit of 0", good + "limit: 0\n", "limit"),
                arguments(
                        "temperature of 3",
                        good.replace("sim-small", "{name: sim-small, temperature: 3}"),
                        "models[0].temperature"),
                arguments(
                        "an endpoint in a run",
                        good.replace("sim-small", "{name: sim-small, extra: {base_url: \"http://x\"}}"),
                        "models[0].extra.base_url"),
                arguments("unknown group", good + "group: nobody\n", "group"),
                arguments(
                        "a file of the client",
                        own.replaceAll("inline: \\[.*\\]\\}", "file: items.jsonl}"),
                        "benchmark.dataset.file"),
                arguments(
                        "unknown dataset",
                        own.replaceAll("inline: \\[.*\\]\\}", "hash: \"sha256:" + "0".repeat(64) + "\"}"),
                        "benchmark.dataset.hash"),
                arguments(
                        "empty dataset",
                        own.replaceAll("inline: \\[.*\\]\\}", "inline: []}"),
                        "benchmark.dataset.inline"),
                arguments(
                        "missing field",
                        own.replace("{q: \"2\", a: \"2\"}", "{q: \"2\"}"),
                        "benchmark.dataset.inline[1]"),
                arguments(
                        "duplicate ids",
                        own.replace("q: \"1\"", "id: x, q: \"1\"").replace("q: \"2\"", "id: x, q: \"2\""),
                        "benchmark.dataset.inline[1]"),
                arguments("unknown field in the prompt", own.replace("{{ q }}", "{{ question }}"), "benchmark.dataset"),
                arguments("broken template", own.replace("{{ q }}", "{{ q"), "benchmark.prompt"),
                arguments("unknown filter in the prompt", own.replace("{{ q }}", "{{ q | nope }}"), "benchmark.prompt"),
                arguments(
                        "a template that fails on an item",
                        own.replace("{{ q }}", "{{ 1 / (2 - q|int) }}"),
                        "benchmark.prompt"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongSpecs")
    void a_wrong_spec_is_refused_with_the_place_and_a_remedy(String what, String spec, String path) {
        // Given
        String before = api.get("/api/v1/runs?limit=1").text();

        // When
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", spec);

        // Then
        assertProblem(answer, 422);
        JsonNode problem = answer.json().at("/problems/0");
        assertThat(problem.at("/path").asText()).as(answer.text()).isEqualTo(path);
        assertThat(problem.at("/message").asText()).isNotEmpty();
        assertThat(problem.at("/remedy").asText()).isNotEmpty();
        assertThat(api.get("/api/v1/runs?limit=1").text()).isEqualTo(before);
    }

    static Stream<Arguments> wrongDatasets() {
        return Stream.of(
                arguments("empty", "jsonl", "", null),
                arguments("bad JSON in line 2", "jsonl", "{\"a\": 1}\n{\"a\": }\n", 2),
                arguments("a list", "jsonl", "[1]\n", 1),
                arguments("duplicate ids", "jsonl", "{\"id\": 1}\n{\"id\": 2}\n{\"id\": 1}\n", 3),
                arguments("a NUL", "jsonl", "{\"a\": \"\\u0000\"}\n", 1),
                arguments("not a list", "json", "{\"a\": 1}", 1),
                arguments("ragged CSV", "csv", "a,b\n1,2\n1\n", 3),
                arguments("CSV without rows", "csv", "a,b\n", null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongDatasets")
    void a_wrong_dataset_is_refused_with_its_line(String what, String format, String text, Integer line) {
        // When
        Api.Answer answer = api.post("/api/v1/datasets?format=" + format, "application/octet-stream", text);

        // Then
        assertProblem(answer, 422);
        JsonNode problem = answer.json().at("/problems/0");
        assertThat(problem.hasNonNull("line") ? problem.at("/line").asInt() : null)
                .isEqualTo(line);
        assertThat(problem.at("/remedy").asText()).isNotEmpty();
    }

    @Test
    void a_field_that_is_missing_in_line_7_of_an_upload_is_named_with_its_line() {
        // Given
        String lines = "{\"q\": \"1\", \"a\": \"1\"}\n".repeat(6) + "{\"q\": \"1\"}\n";
        String hash =
                api.post("/api/v1/datasets", "application/x-ndjson", lines).at("/dataset");
        String spec = """
                benchmark: {name: b, dataset: {hash: "%s"}, prompt: "{{ q }}", target: a}
                models: [sim-small]
                """.formatted(hash);

        // When
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", spec);

        // Then
        assertProblem(answer, 422);
        assertThat(answer.json().at("/problems/0/line").asInt()).isEqualTo(7);
        assertThat(answer.at("/problems/0/message"))
                .isEqualTo("the field 'a', which the benchmark needs, is missing in line 7 of the dataset");
    }

    @Test
    void a_field_that_an_inline_item_lacks_is_named_with_the_place_of_the_item() {
        // Given
        String spec = """
                benchmark:
                  name: b
                  dataset:
                    inline:
                      - {q: "1", a: "1"}
                      - {q: "2"}
                  prompt: "{{ q }}"
                  target: a
                models: [sim-small]
                """;

        // When
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", spec);

        // Then: a name that other items have is no misspelling
        assertProblem(answer, 422);
        assertThat(answer.at("/problems/0/path")).isEqualTo("benchmark.dataset.inline[1]");
        assertThat(answer.json().at("/problems/0/line").asInt()).isEqualTo(6);
        assertThat(answer.json().at("/problems/0/column").asInt()).isEqualTo(9);
        assertThat(answer.at("/problems/0/remedy")).endsWith("The items have a, q.");
    }

    @Test
    void an_upload_is_answered_with_its_hash_in_every_format() {
        // When
        Api.Answer lines = api.post("/api/v1/datasets", "application/x-ndjson", "{\"q\": \"1\", \"a\": \"x\"}\n");
        Api.Answer list = api.postJson("/api/v1/datasets", "[{\"a\": \"x\", \"q\": \"1\"}]");
        Api.Answer table = api.post("/api/v1/datasets", "text/csv", "q,a\n1,x\n");

        // Then
        assertThat(lines.status()).isEqualTo(201);
        assertThat(lines.json().at("/items").asInt()).isEqualTo(1);
        assertThat(list.at("/dataset")).isEqualTo(lines.at("/dataset"));
        assertThat(table.at("/dataset")).isEqualTo(lines.at("/dataset"));
    }

    @Test
    void health_needs_no_key_and_headers_keep_browsers_safe() {
        // When
        Api.Answer health = Api.anonymous(address).get("/api/v1/health");

        // Then
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.at("/status")).isEqualTo("UP");
        assertThat(health.json().at("/services").findValuesAsText("database")).containsExactly("UP");
        var headers = health.response().headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("frame-ancestors 'none'")
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void the_description_of_the_api_is_complete() {
        // When
        JsonNode openApi = api.get("/q/openapi?format=json").json();

        // Then
        assertThat(openApi.at("/info/title").asText()).isEqualTo("Assay");
        assertThat(openApi.at("/components/securitySchemes/key/scheme").asText())
                .isEqualTo("bearer");
        openApi.at("/paths").fields().forEachRemaining(path -> {
            assertThat(path.getKey()).startsWith("/api/v1/");
            path.getValue().fields().forEachRemaining(method -> {
                String name = method.getKey() + " " + path.getKey();
                assertThat(method.getValue().at("/summary").asText()).as(name).isNotEmpty();
                assertThat(method.getValue().at("/tags")).as(name).hasSize(1);
                assertThat(method.getValue().at("/responses")).as(name).isNotEmpty();
            });
        });
        assertThat(openApi.at("/paths/~1api~1v1~1runs/post/responses/422").isMissingNode())
                .isFalse();
        assertThat(openApi.at("/components/schemas/Problem/properties/problems").isMissingNode())
                .isFalse();
        assertThat(openApi.at("/components/schemas/Run/properties/progress").isMissingNode())
                .isFalse();
    }
}
