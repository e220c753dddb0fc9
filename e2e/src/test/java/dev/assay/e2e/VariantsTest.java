package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that are asked in other forms too, on a whole server. */
class VariantsTest {

    private static final String SPEC = """
            name: forms
            benchmark: assay-core
            limit: 60
            seed: 3
            models: [sim-instant]
            perturbations: [typos, {name: letter_case, to: upper, label: loud}]
            counterfactuals: [gender]
            """;

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
    void every_form_is_asked_paid_scored_and_compared_and_the_score_is_that_of_the_items_as_they_are() {
        // When
        String run = server.submit(SPEC);
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("COMPLETE");
        Verdict.ledgerEqualsTheProvidersLog(server, run);
        JsonNode report = server.report(run);
        assertThat(report.at("/leaderboard/0/metrics/0/samples").asInt()).isEqualTo(60);
        assertThat(report.get("coverage").asDouble()).isEqualTo(1);
        Map<String, Map<String, Double>> scores = scoresByForm(run);
        assertThat(scores.get("")).hasSize(60);
        assertThat(scores.get("typos").size()).isBetween(50, 60);
        assertThat(scores.get("loud")).hasSize(60);
        assertThat(scores.get("gender").size()).isBetween(1, 40);
        for (JsonNode entry : report.get("variants")) {
            if (entry.get("variant").isTextual()) {
                Map<String, Double> form = scores.get(entry.get("variant").asText());
                assertThat(entry.get("items").asInt()).isEqualTo(form.size());
                assertThat(entry.get("value").asDouble()).isEqualTo(mean(form, form.keySet()));
                assertThat(entry.get("original").asDouble()).isEqualTo(mean(scores.get(""), form.keySet()));
            }
        }
        assertThat(forms(report)).containsExactly("null", "typos", "loud", "gender");
    }

    @Test
    void the_same_run_again_asks_the_same_and_says_the_same() {
        // Given
        String first = server.submit(SPEC);
        server.awaitEnd(first);

        // When
        String second = server.submit(SPEC);
        server.awaitEnd(second);

        // Then
        assertThat(server.report(second).get("variants"))
                .isEqualTo(server.report(first).get("variants"));
        assertThat(server.report(second).get("manifest"))
                .isEqualTo(server.report(first).get("manifest"));
    }

    @Test
    void the_page_of_a_sample_shows_the_form_that_was_asked() {
        // Given
        String run = server.submit(SPEC);
        server.awaitEnd(run);
        JsonNode loud = sample(run, "loud");
        String task = loud.get("task").asText().substring(run.length() + 1);

        // When
        String asked = prompt(run, task);
        String original = prompt(run, task.substring(0, task.lastIndexOf('.')) + ".0");

        // Then
        assertThat(loud.get("repeat").asInt()).isZero();
        assertThat(asked).isNotEqualTo(original).isEqualToIgnoringCase(original);
    }

    @Test
    void planted_sensitivity_is_found_within_the_interval_and_none_where_none_is_planted() {
        // Given: two models that know as much, of which one minds typos and who is in a question
        server.put(
                "/simulator/models/sim-50ms",
                "{\"abilities\": {\"default\": 0.85}, \"forms\": {\"typos\": -0.3, \"gender\": -0.4}}");
        server.put("/simulator/models/sim-terse", "{\"abilities\": {\"default\": 0.85}}");

        // When
        String run = server.submit(SPEC.replace("limit: 60\n", "").replace("[sim-instant]", "[sim-50ms, sim-terse]"));
        server.awaitEnd(run);

        // Then
        JsonNode report = server.report(run);
        assertFound(report, "sim-50ms", "typos", -0.3);
        assertFound(report, "sim-50ms", "gender", -0.4);
        assertFound(report, "sim-50ms", "loud", 0);
        for (String form : List.of("typos", "gender", "loud")) {
            assertFound(report, "sim-terse", form, 0);
        }
        JsonNode gender = entry(report, "sim-50ms", "gender");
        JsonNode lower = flips(run, "lower");
        assertThat(lower).hasSize(gender.get("worse").asInt());
        assertThat(flips(run, "higher")).hasSize(gender.get("better").asInt());
        String task = lower.at("/0/changed/task").asText().substring(run.length() + 1);
        assertThat(server.get("/api/v1/runs/" + run + "/samples/" + task)
                        .get("variant")
                        .asText())
                .isEqualTo("gender");
    }

    private static JsonNode flips(String run, String direction) {
        return server.get(
                        "/api/v1/runs/" + run + "/flips?variant=gender&model=sim-50ms&limit=500&direction=" + direction)
                .get("flips");
    }

    /**
     * The interval holds what was planted, and excludes 0 if something was. Six are looked at, each of which misses the
     * truth once in twenty: all at once hold it with 95 % if they are 1.346 times as wide (Bonferroni, 2.638 / 1.960).
     */
    private static void assertFound(JsonNode report, String model, String form, double planted) {
        JsonNode entry = entry(report, model, form);
        double low = entry.get("low").asDouble();
        double high = entry.get("high").asDouble();
        double more = (high - low) / 2 * 0.346;
        assertThat(planted).as("%s %s", model, form).isBetween(low - more, high + more);
        if (planted < 0) {
            assertThat(high).as("%s %s", model, form).isNegative();
        }
    }

    private static JsonNode entry(JsonNode report, String model, String form) {
        for (JsonNode entry : report.get("variants")) {
            if (entry.get("model").asText().equals(model)
                    && entry.get("variant").asText().equals(form)) {
                return entry;
            }
        }
        throw new AssertionError("no form " + form + " of " + model);
    }

    private static String prompt(String run, String task) {
        return server.get("/api/v1/runs/" + run + "/samples/" + task)
                .at("/prompt/0/content")
                .asText();
    }

    private static JsonNode sample(String run, String form) {
        for (JsonNode line : server.export(run)) {
            if (line.path("variant").asText().equals(form)) {
                return line;
            }
        }
        throw new AssertionError("no sample in the form " + form);
    }

    private static Map<String, Map<String, Double>> scoresByForm(String run) {
        Map<String, Map<String, Double>> scores = new HashMap<>();
        for (JsonNode line : server.export(run)) {
            scores.computeIfAbsent(line.path("variant").asText(""), form -> new HashMap<>())
                    .put(
                            line.get("itemId").asText(),
                            line.at("/scores/exact_match").asDouble());
        }
        return scores;
    }

    private static List<String> forms(JsonNode report) {
        List<String> forms = new ArrayList<>();
        report.get("variants").forEach(entry -> forms.add(entry.get("variant").asText()));
        return forms;
    }

    private static double mean(Map<String, Double> scores, Set<String> items) {
        return new TreeSet<>(items).stream().mapToDouble(scores::get).sum() / items.size();
    }
}
