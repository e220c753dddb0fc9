package dev.assay.e2e;

import static dev.assay.e2e.WrongInput.builtIn;
import static dev.assay.e2e.WrongInput.bytes;
import static dev.assay.e2e.WrongInput.data;
import static dev.assay.e2e.WrongInput.models;
import static dev.assay.e2e.WrongInput.own;
import static dev.assay.e2e.WrongInput.seventhLine;
import static dev.assay.e2e.WrongInput.spec;
import static dev.assay.e2e.WrongInput.specNamed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a user writes wrongly: place, message and remedy are told, the exit status is 2, and nothing is begun. */
class WrongInputTest {

    private static final String ONE_ITEM = "{inline: [{question: \"1 + 1?\", answer: 2}]}";
    private static final byte[] NOT_UTF_8 = "name: café\n".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    private static Path data;

    private static ServerProcess server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(data, "--slots", "4");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Stream<WrongInput> files() {
        return Stream.of(
                        documents(),
                        names(),
                        values(),
                        scoring(),
                        templates(),
                        dataFiles(),
                        Stream.of(
                                spec(
                                        "a budget below the estimate",
                                        builtIn("budget: 0.0001"),
                                        "run.yaml:3:9 budget: of 0.0001 USD is less than the run will cost: about …"
                                                + "— Raise the budget, or ask less"),
                                spec(
                                        "a budget in another currency",
                                        builtIn("budget: 100 EUR"),
                                        "run.yaml:3:9 budget: is in EUR, but the models' prices are in USD"
                                                + " — Write the budget in USD.")))
                .flatMap(cases -> cases);
    }

    private static Stream<WrongInput> documents() {
        return Stream.of(
                spec(
                        "a tab",
                        models("\t- sim-large"),
                        "run.yaml:3:1: the line is indented with a tab — Indent with spaces"),
                spec(
                        "a bracket that is not closed",
                        "benchmark: assay-core\nmodels: [sim-large\nrepeats: 2\n",
                        "run.yaml:3:8: a bracket or brace is not closed, or a comma is missing"
                                + " — Check the list or mapping that begins in line 2"),
                spec(
                        "a key twice",
                        builtIn("repeats: 2", "repeats: 3"),
                        "run.yaml:4:1: the key repeats stands twice in one mapping, first in line 3"
                                + " — Keep one of the two."),
                spec("an empty file", "", "run.yaml: is empty — write at least a benchmark and models"),
                spec(
                        "a list",
                        "- a\n- b\n",
                        "run.yaml:1:1: must be a mapping, but is a list — Begin with `benchmark: name`"),
                spec(
                        "two documents",
                        builtIn("---"),
                        "run.yaml:3:1: a second YAML document begins here — Keep one document in a file"),
                spec(
                        "an alias of nothing",
                        "benchmark: assay-core\nmodels: [*large]\n",
                        "run.yaml:2:10: *large refers to nothing that is complete at this place"
                                + " — Define it with &large above"),
                specNamed(
                        "broken JSON",
                        "run.json",
                        "{\"benchmark\": \"assay-core\",\n \"models\": [\"sim-large\"],}\n",
                        "run.json:2:26: this is not JSON: …— Check the commas, quotes and brackets"),
                specNamed(
                        "another ending",
                        "run.txt",
                        builtIn(),
                        "run.txt: is neither YAML nor JSON by its name — call it .yaml, .yml or .json."),
                bytes(
                        "a spec that is not UTF-8",
                        "run.yaml",
                        NOT_UTF_8,
                        "run.yaml:1: is not UTF-8 (byte 0xE9) — save it as UTF-8."),
                spec(
                        "no benchmark",
                        "models: [sim-large]\n",
                        "run.yaml:1:1 benchmark: is missing — Name a built-in benchmark"),
                spec(
                        "no models",
                        "benchmark: assay-core\n",
                        "run.yaml:1:1 models: is missing — Name at least one registered model"),
                spec(
                        "an empty list of models",
                        "benchmark: assay-core\nmodels: []\n",
                        "run.yaml:2:9 models: must not be empty — Name at least one registered model"));
    }

    private static Stream<WrongInput> names() {
        return Stream.of(
                spec(
                        "an unknown key",
                        builtIn("repeat: 2"),
                        "run.yaml:3:1 repeat: is not a key of a run — Did you mean 'repeats'?"),
                spec(
                        "an unknown model",
                        models("  - sim-small", "  - sim-larg"),
                        "run.yaml:4:5 models[1]: there is no model 'sim-larg'"
                                + " — Name a registered model. Did you mean 'sim-large'"),
                spec(
                        "a model twice",
                        models("  - sim-large", "  - sim-large"),
                        "run.yaml:4:5 models[1]: names sim-large, as models[0] does — Name a model once"),
                spec(
                        "an unknown benchmark",
                        "benchmark: assay-cor\nmodels: [sim-large]\n",
                        "run.yaml:1:12 benchmark: there is no built-in benchmark 'assay-cor'"
                                + " — Name a built-in one…Did you mean 'assay-core'?"),
                spec(
                        "an unknown group",
                        builtIn("group: defalt"),
                        "run.yaml:3:8 group: there is no group 'defalt' — …Did you mean 'default'?"),
                spec(
                        "an address for a model",
                        models("  - https://models.example/v1"),
                        "run.yaml:3:5 models[0]: a run may not name an endpoint"
                                + " — Endpoints are registered by an administrator"),
                spec(
                        "a key in the spec",
                        models("  - {name: sim-large, apiKey: sk-0123456789abcdef}"),
                        "run.yaml:3:23 models[0].apiKey: a provider key or credential may not stand here"
                                + " — Remove it, and replace the key if it is a real one"),
                spec(
                        "an unknown hash",
                        own("{hash: \"sha256:" + "0".repeat(64) + "\"}"),
                        "run.yaml:3:19 benchmark.dataset.hash: there is no dataset with this hash — Upload it"),
                spec(
                        "what is no hash",
                        own("{hash: \"123\"}"),
                        "run.yaml:3:19 benchmark.dataset.hash: must be sha256: and 64 hexadecimal digits, but is '123'"
                                + " — Use the hash that the upload answered."));
    }

    private static Stream<WrongInput> values() {
        return Stream.of(
                spec(
                        "a negative budget",
                        builtIn("budget: -1"),
                        "run.yaml:3:9 budget: must not be negative, but is -1 — Write an amount"),
                spec(
                        "nonsense for a budget",
                        builtIn("budget: a lot"),
                        "run.yaml:3:9 budget: must be an amount such as 12.50, but is 'a lot' — Write an amount"),
                spec(
                        "no repeats",
                        builtIn("repeats: 0"),
                        "run.yaml:3:10 repeats: must be at least 1, but is 0 — Use 1 to ask each item once."),
                spec(
                        "no items",
                        builtIn("limit: 0"),
                        "run.yaml:3:8 limit: must be at least 1, but is 0 — Write how many items take part"),
                spec(
                        "a seed in words",
                        builtIn("seed: many"),
                        "run.yaml:3:7 seed: must be a whole number, but is the text 'many' — Write a whole number."),
                spec(
                        "a negative temperature",
                        models("  - {name: sim-large, temperature: -1}"),
                        "run.yaml:3:36 models[0].temperature: must be at least 0, but is -1 — Use 0"),
                spec(
                        "no tokens",
                        models("  - {name: sim-large, maxTokens: 0}"),
                        "run.yaml:3:34 models[0].maxTokens: must be at least 1, but is 0 — Write a whole number"));
    }

    private static Stream<WrongInput> scoring() {
        return Stream.of(
                spec(
                        "an unknown metric",
                        builtIn("metrics: [exact_mach]"),
                        "run.yaml:3:11 metrics[0]: there is no metric 'exact_mach' — Did you mean 'exact_match'?"),
                spec(
                        "an unknown filter",
                        builtIn("extract: [last_numbr]"),
                        "run.yaml:3:11 extract[0]: there is no filter 'last_numbr' — Did you mean 'last_number'?"),
                spec(
                        "a metric of an unknown pipeline",
                        builtIn("extract: {loose: [last_number]}", "metrics:", "  - {name: numeric, pipeline: lose}"),
                        "run.yaml:5:31 metrics[0].pipeline: …lose…— …loose"),
                spec(
                        "an unknown parameter of a metric",
                        builtIn("metrics:", "  - {name: numeric, tolerence: 1}"),
                        "run.yaml:4:21 metrics[0].tolerence: is not a parameter of the metric numeric"
                                + " — …absolute_tolerance"),
                spec(
                        "a pattern that is not closed",
                        builtIn("extract:", "  - {name: regex, pattern: '(a'}"),
                        "run.yaml:4:28 extract[0].pattern: must be a regular expression, but 1 ( is never closed — "),
                spec(
                        "a pattern with a range the wrong way round",
                        builtIn("extract:", "  - {name: regex, pattern: '[z-a]'}"),
                        "run.yaml:4:28 extract[0].pattern: must be a regular expression,"
                                + " but the range z-a at character 2 ends before it begins — "),
                spec(
                        "a pattern that is too long",
                        builtIn("extract:", "  - {name: regex, pattern: '" + "a".repeat(2_001) + "'}"),
                        "run.yaml:4:28 extract[0].pattern: must be a regular expression of 1 to 2000 characters — "));
    }

    private static Stream<WrongInput> templates() {
        return Stream.of(
                spec(
                        "a template with a syntax error",
                        own(ONE_ITEM, "\"{{ question }\""),
                        "run.yaml:4:11 benchmark.prompt: line 1 of the template: Unclosed token — correct the template"),
                spec(
                        "a template with an unknown variable",
                        own(ONE_ITEM, "\"{{ questoin }}\""),
                        "run.yaml:3:12 benchmark.dataset: the field 'questoin', which the benchmark needs, is missing in"
                                + " all items — …Did you mean 'question'?"));
    }

    private static Stream<WrongInput> dataFiles() {
        return Stream.of(
                data(
                        "an empty data file",
                        "items.jsonl",
                        "",
                        "run.yaml:3:19 benchmark.dataset.file: …items.jsonl is empty — a dataset has at least one item."),
                data(
                        "a data file of blank lines",
                        "items.jsonl",
                        "\n\n",
                        "items.jsonl: the dataset has no items — put at least one item into it"),
                spec(
                        "an empty list of items",
                        own("{inline: []}"),
                        "run.yaml:3:21 benchmark.dataset.inline: must not be empty — Write a list of items"),
                spec(
                        "a data file that is not there",
                        own("{file: nowhere.jsonl}"),
                        "run.yaml:3:19 benchmark.dataset.file: there is no file …nowhere.jsonl"
                                + " — a path that is not absolute begins at the spec's folder."),
                spec(
                        "an address for a data file",
                        own("{file: 'https://data.example/items.jsonl'}"),
                        "run.yaml:3:19 benchmark.dataset.file: must be a file, but is an address"
                                + " — Name a file on this computer"),
                data(
                        "a data file with another ending",
                        "items.txt",
                        "x",
                        "run.yaml:3:19 benchmark.dataset.file: the ending of 'items.txt' says no format that is known"
                                + " — use .jsonl"),
                seventhLine(
                        "broken JSON in line 7",
                        "{\"question\": \"7 + 1?\", \"answer\": }",
                        "items.jsonl:7:34: this is not valid JSON: …— write the file with a JSON library"),
                seventhLine(
                        "a list in line 7",
                        "[1, 2]",
                        "items.jsonl:7:1: an item is a JSON object, but this is a list — write each item as"),
                seventhLine(
                        "a field that is missing in line 7",
                        "{\"question\": \"7 + 1?\"}",
                        "items.jsonl:7 benchmark.dataset: the field 'answer', which the benchmark needs, is missing in"
                                + " line 7 of the dataset — Add it to the item"),
                seventhLine(
                        "ten megabytes in line 7",
                        "{\"question\": \"" + "x".repeat(10_000_000) + "\", \"answer\": 8}",
                        "items.jsonl:7: the item that begins here is longer than 1048576 characters — shorten the item"),
                seventhLine(
                        "the same id in line 7",
                        "{\"id\": \"i3\", \"question\": \"7 + 1?\", \"answer\": 8}",
                        "items.jsonl:7 id: the id 'i3' was used before, in line 3 — give every item its own id"),
                spec(
                                "data that is not UTF-8",
                                own("{file: items.csv}"),
                                "items.csv:1: is not UTF-8 (byte 0xE9) — save it as UTF-8.")
                        .with("items.csv", NOT_UTF_8),
                data(
                        "a row with too many columns",
                        "items.csv",
                        "question,answer\n1 + 1?,2\n1,000 + 1?,1001\n",
                        "items.csv:3: this row has 3 columns, but the header has 2"
                                + " — give every row as many columns as the header"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void wrong_input_is_told_with_its_place_and_a_remedy_and_nothing_is_begun(WrongInput wrong) throws IOException {
        // Given
        wrong.write(folder);
        JsonNode runs = server.get("/api/v1/runs");
        int calls = calls();

        // When
        CommandLineProcess.Ended ended = CommandLineProcess.run(server, folder, "run", wrong.spec());

        // Then
        assertThat(ended.text()).containsSubsequence(wrong.pieces()).doesNotContain("\tat ");
        assertThat(ended.status()).isEqualTo(2);
        assertThat(server.get("/api/v1/runs")).isEqualTo(runs);
        assertThat(calls()).isEqualTo(calls);
    }

    @Test
    void an_idempotency_key_with_another_spec_is_refused_and_begins_nothing() throws IOException {
        // Given
        Path spec = folder.resolve("run.yaml");
        Files.writeString(spec, own(ONE_ITEM));
        CommandLineProcess.Ended first =
                CommandLineProcess.run(server, folder, "run", "run.yaml", "--wait", "--idempotency-key", "once");
        JsonNode runs = server.get("/api/v1/runs");
        Files.writeString(spec, own(ONE_ITEM) + "repeats: 2\n");

        // When
        CommandLineProcess.Ended second =
                CommandLineProcess.run(server, folder, "run", "run.yaml", "--idempotency-key", "once");
        HttpResponse<String> answer = server.send(HttpRequest.newBuilder(URI.create(server.url() + "/api/v1/runs"))
                .header("Content-Type", "application/yaml")
                .header("Idempotency-Key", "once")
                .POST(HttpRequest.BodyPublishers.ofString(own(ONE_ITEM) + "repeats: 2\n")));

        // Then
        assertThat(first.status()).as(first.text()).isZero();
        assertThat(second.status()).as(second.text()).isEqualTo(1);
        assertThat(second.text()).containsIgnoringCase("idempotency-key");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(server.get("/api/v1/runs")).isEqualTo(runs);
    }

    @Test
    void a_limit_beyond_the_dataset_means_all_of_it() throws IOException {
        // Given
        Files.writeString(folder.resolve("run.yaml"), own(ONE_ITEM) + "limit: 1000\n");

        // When
        CommandLineProcess.Ended ended = CommandLineProcess.run(server, folder, "run", "run.yaml", "--dry-run");

        // Then
        assertThat(ended.status()).as(ended.text()).isZero();
        assertThat(ended.text()).contains("mine, 1 samples");
    }

    private static int calls() {
        return server.get("/simulator/calls").get("calls").asInt();
    }
}
