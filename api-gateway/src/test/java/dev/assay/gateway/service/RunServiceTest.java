package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.DatasetChunk;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.Manifest;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way of a run through the gateway, with a real broker and a real database. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class RunServiceTest {

    private static final String SPEC = """
            name: sums
            benchmark:
              name: sums
              dataset:
                inline:
                  - {question: "0+0", answer: "0"}
                  - {question: "0+1", answer: "1"}
                  - {question: "1+1", answer: "2"}
              prompt: "What is {{ question }}?"
              target: answer
            models: [sim-large, sim-small]
            tags: {purpose: test}
            """;

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

    private String submit(String spec) {
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", spec);
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.at("/id");
    }

    private JsonNode awaitState(String run, RunState state) {
        return await().atMost(Platform.PATIENCE)
                .until(
                        () -> api.get("/api/v1/runs/" + run).json(),
                        view -> view.at("/state").asText().equals(state.name()));
    }

    private String completed() {
        String run = submit(SPEC);
        platform.complete(platform.submitted(run), Manifest.CODE_VERSION);
        awaitState(run, RunState.COMPLETE);
        return run;
    }

    @Test
    void a_submission_is_answered_with_an_estimate_and_reaches_the_orchestrator_with_its_data() {
        // When
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", SPEC);

        // Then
        assertThat(answer.status()).isEqualTo(202);
        String run = answer.at("/id");
        assertThat(answer.at("/state")).isEqualTo("PLANNING");
        assertThat(answer.json().at("/samples").asInt()).isEqualTo(6);
        assertThat(answer.at("/group")).isEqualTo("default");
        assertThat(answer.at("/estimate/expected/amount")).isEqualTo("0.06");
        assertThat(answer.at("/links/page")).isEqualTo("/#/runs/" + run);
        RunDefinition definition = platform.submitted(run);
        assertThat(definition.name()).isEqualTo("sums");
        assertThat(definition.priceBook().value()).isEqualTo("pb-1");
        String dataset = definition.benchmark().dataset().hash().value();
        List<DatasetChunk> chunks = platform.on(Topic.DATASETS, dataset).stream()
                .map(record -> Platform.read(record.value(), DatasetChunk.class))
                .toList();
        assertThat(chunks).singleElement().satisfies(chunk -> {
            assertThat(chunk.totalItems()).isEqualTo(3);
            assertThat(chunk.itemIds()).containsExactly("item-0", "item-1", "item-2");
            assertThat(chunk.items()).first().isEqualTo("{\"answer\":\"0\",\"question\":\"0+0\"}");
        });
    }

    @Test
    void a_run_of_a_million_samples_is_one_row_and_one_command() {
        // Given
        String items = "[" + "{question: q, answer: a}, ".repeat(50) + "]";
        String spec = SPEC.replaceAll("(?s)inline:.*?prompt", "inline: " + items + "\n  prompt") + "repeats: 10000\n";

        // When
        Api.Answer answer = api.post("/api/v1/runs", "text/yaml", spec);

        // Then
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(answer.json().at("/samples").asLong()).isEqualTo(1_000_000);
        assertThat(platform.commands(answer.at("/id"), 1)).hasSize(1);
    }

    @Test
    void a_dry_run_gives_the_estimate_and_makes_nothing() {
        // Given
        String before = api.get("/api/v1/runs?limit=1").text();

        // When
        Api.Answer answer = api.post("/api/v1/runs?dryRun=true", "application/json", json("a dry run"));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.at("/estimate/high/amount")).isEqualTo("0.03");
        assertThat(answer.json().has("id")).isFalse();
        assertThat(api.get("/api/v1/runs?limit=1").text()).isEqualTo(before);
    }

    private static String json(String name) {
        return "{\"name\": \"" + name
                + "\", \"benchmark\": \"assay-smoke\", \"models\": [\"sim-small\"], \"limit\": 2}";
    }

    @Test
    void a_built_in_benchmark_is_run_by_its_name() {
        // When
        String run = submit("benchmark: assay-smoke\nmodels: [sim-small]\nlimit: 2\n");

        // Then
        RunDefinition definition = platform.submitted(run);
        assertThat(definition.benchmark().name()).isEqualTo("assay-smoke");
        assertThat(definition.items()).isEqualTo(2);
        assertThat(platform.on(
                        Topic.DATASETS, definition.benchmark().dataset().hash().value()))
                .isNotEmpty();
    }

    @Test
    void the_same_request_twice_makes_one_run_and_another_one_under_its_key_is_refused() {
        // Given
        Api once = api.with("Idempotency-Key", UUID.randomUUID().toString());
        String first = once.post("/api/v1/runs", "text/yaml", SPEC).at("/id");

        // When
        Api.Answer second = once.post("/api/v1/runs", "text/yaml", SPEC);
        Api.Answer other = once.post("/api/v1/runs", "text/yaml", SPEC + "repeats: 2\n");

        // Then
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.at("/id")).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.at("/detail")).startsWith("Idempotency-Key");
        assertThat(platform.commands(first, 1)).hasSize(1);
    }

    @Test
    void a_finished_run_shows_progress_values_and_cost() {
        // When
        String run = completed();

        // Then
        JsonNode view = api.get("/api/v1/runs/" + run.substring(0, 20)).json();
        assertThat(view.at("/progress/answered").asInt()).isEqualTo(6);
        assertThat(view.at("/progress/scored").asInt()).isEqualTo(6);
        assertThat(view.at("/progress/charged").asInt()).isEqualTo(6);
        assertThat(view.at("/cost/spend/amount").asText()).isEqualTo("0.006");
        assertThat(view.at("/perModel/0/model").asText()).isEqualTo("sim-large");
        assertThat(view.at("/perModel/0/value").asDouble()).isEqualTo(0.5);
        assertThat(view.at("/perModel/0/cost/amount").asText()).isEqualTo("0.003");
        assertThat(view.at("/tags/purpose").asText()).isEqualTo("test");
        assertThat(view.at("/startedAt").asText()).endsWith("Z");
        assertThat(view.at("/finishedAt").asText()).endsWith("Z");
        assertThat(api.get("/api/v1/runs/latest").at("/id")).isNotEmpty();
    }

    @Test
    void the_report_of_a_finished_run_names_its_manifest() {
        // Given
        String run = completed();

        // When
        Api.Answer report = api.get("/api/v1/runs/" + run + "/report");

        // Then
        assertThat(report.status()).isEqualTo(200);
        assertThat(report.type()).startsWith("application/json");
        assertThat(report.at("/run/state")).isEqualTo("COMPLETE");
        assertThat(report.at("/manifest/hash")).startsWith("sha256:");
        assertThat(report.at("/manifest/codeVersion")).isEqualTo(Manifest.CODE_VERSION);
        assertThat(report.json().at("/leaderboard")).hasSize(2);
        assertThat(report.at("/leaderboard/0/cost/total/amount")).isEqualTo("0.003");
        assertThat(report.json().at("/timing/0/ttftMs/p50").asDouble()).isEqualTo(1.5);
    }

    @Test
    void samples_are_paged_filtered_and_shown_whole() {
        // Given
        String run = completed();
        String samples = "/api/v1/runs/" + run + "/samples";

        // When
        JsonNode first = api.get(samples + "?limit=4").json();
        JsonNode second = api.get(
                        samples + "?limit=4&cursor=" + first.at("/next").asText())
                .json();
        JsonNode right = api.get(samples + "?model=sim-small&minScore=1").json();
        JsonNode one = api.get(samples + "/1.2.0").json();

        // Then
        assertThat(first.at("/samples")).hasSize(4);
        assertThat(second.at("/samples")).hasSize(2);
        assertThat(second.has("next")).isFalse();
        assertThat(right.at("/samples").findValuesAsText("itemId")).containsExactly("item-0", "item-2");
        assertThat(one.at("/task").asText()).isEqualTo(run + ".1.2.0");
        assertThat(one.at("/prompt/0/content").asText()).isEqualTo("What is 1+1?");
        assertThat(one.at("/references/0").asText()).isEqualTo("2");
        assertThat(one.at("/answer").asText()).isEqualTo("=2");
        assertThat(one.at("/extracted/default").asText()).isEqualTo("2");
        assertThat(one.at("/cost/amount").asText()).isEqualTo("0.001");
        assertThat(one.at("/attemptList")).hasSize(1);
        assertThat(one.at("/attemptList/0/headers/x-request-id").asText()).isEqualTo("r-1");
        assertThat(one.at("/usage/inputTokens").asInt()).isEqualTo(100);
    }

    @Test
    void samples_that_are_not_there_and_filters_that_mean_nothing_are_refused() {
        // Given
        String samples = "/api/v1/runs/" + completed() + "/samples";

        // When / Then
        assertThat(api.get(samples + "/1.7.0").status()).isEqualTo(404);
        assertThat(api.get(samples + "/1.2.9").status()).isEqualTo(404);
        assertThat(api.get(samples + "/9.0.0").status()).isEqualTo(404);
        assertThat(api.get(samples + "/x").status()).isEqualTo(404);
        assertThat(api.get(samples + "?model=nobody").at("/detail"))
                .isEqualTo("model: the run has sim-large, sim-small");
        assertThat(api.get(samples + "?outcome=lost").at("/detail")).startsWith("outcome: must be one of ANSWERED");
        assertThat(api.get(samples + "?metric=bleu").at("/detail")).isEqualTo("metric: the run has exact_match");
        assertThat(api.get(samples + "?cursor=x").status()).isEqualTo(400);
    }

    @Test
    void charges_come_with_their_totals() {
        // Given
        String run = completed();

        // When
        JsonNode page = api.get("/api/v1/runs/" + run + "/charges?limit=5").json();
        JsonNode rest = api.get("/api/v1/runs/" + run + "/charges?limit=5&cursor="
                        + page.at("/next").asText())
                .json();

        // Then
        assertThat(page.at("/charges")).hasSize(5);
        assertThat(rest.at("/charges")).hasSize(1);
        assertThat(page.at("/charges/0/status").asText()).isEqualTo("CONFIRMED");
        assertThat(page.at("/charges/0/amount/amount").asText()).isEqualTo("0.001");
        assertThat(page.at("/totals/calls").asInt()).isEqualTo(6);
        assertThat(page.at("/totals/void").asInt()).isZero();
        assertThat(page.at("/totals/amount/amount").asText()).isEqualTo("0.006");
    }

    @Test
    void an_export_has_a_row_for_each_sample() throws Exception {
        // Given
        String run = completed();

        // When
        Api.Answer csv = api.get("/api/v1/runs/" + run + "/export?format=csv");
        Api.Answer lines = api.get("/api/v1/runs/" + run + "/export?format=jsonl&prompts=true");

        // Then
        assertThat(csv.type()).startsWith("text/csv");
        assertThat(csv.response().headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"assay-" + run + ".csv\"");
        assertThat(csv.text().lines()).hasSize(7);
        assertThat(csv.text().lines().toList().get(3))
                .startsWith(
                        run + ".0.2.0,sim-large,2,item-2,0,,,answered,,,'=2,stop,1,100,20,0.001,USD,3.0,1.5,1.0,,2");
        assertThat(lines.type()).startsWith("application/x-ndjson");
        assertThat(lines.text().lines()).hasSize(6);
        JsonNode first =
                EventJson.mapper().readTree(lines.text().lines().findFirst().orElseThrow());
        assertThat(first.at("/prompt/0/content").asText()).isEqualTo("What is 0+0?");
        assertThat(first.at("/scores/exact_match").asDouble()).isEqualTo(1.0);
        assertThat(api.get("/api/v1/runs/" + run + "/export?format=xml").status())
                .isEqualTo(400);
    }

    @Test
    void controls_reach_the_orchestrator_in_order_and_only_where_they_make_sense() {
        // Given
        String run = submit(SPEC);
        RunDefinition definition = platform.submitted(run);
        platform.state(definition, RunState.RUNNING, null);
        awaitState(run, RunState.RUNNING);

        // When
        int paused = api.postJson("/api/v1/runs/" + run + "/pause", "{}").status();
        int resumed = api.postJson("/api/v1/runs/" + run + "/resume", "{}").status();
        int rescored = api.postJson("/api/v1/runs/" + run + "/rescore", "{\"metrics\": [\"contains\"]}")
                .status();
        int cancelled = api.postJson("/api/v1/runs/" + run + "/cancel", "{\"reason\": \"wrong prompt\"}")
                .status();
        List<RunCommand> commands = platform.commands(run, 4);
        platform.state(definition, RunState.CANCELLED, "wrong prompt");
        awaitState(run, RunState.CANCELLED);

        // Then
        assertThat(List.of(paused, resumed, rescored, cancelled)).containsExactly(202, 202, 409, 202);
        assertThat(commands)
                .extracting(command -> command.getClass().getSimpleName())
                .containsExactly("Submit", "Pause", "Resume", "Cancel");
        assertThat(((RunCommand.Cancel) commands.get(3)).reason()).isEqualTo("wrong prompt");
        assertThat(api.postJson("/api/v1/runs/" + run + "/pause", "{}").status())
                .isEqualTo(409);
        assertThat(api.postJson("/api/v1/runs/" + run + "/resume", "{}").status())
                .isEqualTo(409);
        assertThat(api.get("/api/v1/runs/" + run).at("/reason")).isEqualTo("wrong prompt");
    }

    @Test
    void a_finished_run_can_be_scored_again_with_metrics_that_exist() {
        // Given
        String run = completed();
        String rescore = "/api/v1/runs/" + run + "/rescore";

        // When
        Api.Answer unknown = api.postJson(rescore, "{\"metrics\": [\"exact_mach\"]}");
        Api.Answer nothing = api.postJson(rescore, "{\"models\": []}");
        Api.Answer accepted = api.postJson(rescore, "{\"metrics\": [\"contains\"], \"extract\": [\"strip\"]}");

        // Then
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.at("/problems/0/path")).isEqualTo("metrics[0]");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(accepted.status()).isEqualTo(202);
        RunCommand.Rescore command =
                (RunCommand.Rescore) platform.commands(run, 2).getLast();
        assertThat(command.metrics()).singleElement().extracting("metric").isEqualTo("contains");
    }

    @Test
    void runs_are_listed_newest_first_with_filters() {
        // Given
        String name = "listed " + UUID.randomUUID();
        String first = submit(SPEC.replace("name: sums\nbenchmark", "name: " + name + "\nbenchmark"));
        String second = submit(SPEC.replace("name: sums\nbenchmark", "name: " + name + "\nbenchmark"));
        String filter = "&name=" + name.replace(" ", "%20");

        // When
        JsonNode page = api.get("/api/v1/runs?limit=1" + filter).json();
        JsonNode rest = api.get("/api/v1/runs?limit=1" + filter + "&cursor="
                        + page.at("/next").asText())
                .json();
        JsonNode none = api.get("/api/v1/runs?state=complete" + filter).json();

        // Then
        assertThat(page.at("/runs/0/id").asText()).isEqualTo(second);
        assertThat(rest.at("/runs/0/id").asText()).isEqualTo(first);
        assertThat(rest.has("next")).isFalse();
        assertThat(none.at("/runs")).isEmpty();
    }
}
