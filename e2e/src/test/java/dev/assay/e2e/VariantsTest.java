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
