package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs that ask how likely texts are. */
class JudgedTextsTest {

    private static final int ITEMS = 60;
    private static final String ENGLISH = " etaoinsrhldcumfwgpybvkxjqz";
    private static final int[] WEIGHTS = {
        180, 102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 23, 22, 20, 20, 17, 16, 15, 14, 13, 8, 5, 1, 1, 1, 1
    };

    private static final List<String> TEXTS = List.of(
            "It rained all night, and the river rose.",
            "Zoë asked: 42 or 43?",
            "the cat sat on the mat near the old stove",
            "Grüße aus Köln 🎉 to all of you");

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
    void the_accuracy_of_a_model_is_what_was_planted_at_one_call_for_each_item() {
        // When
        String run = server.submit(choices("[sim-large, sim-small]"));
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).as("%s", ended.get("reason")).isEqualTo("COMPLETE");
        JsonNode truth = server.get("/simulator/truth?run=" + run).get("models");
        for (JsonNode model : truth) {
            assertThat(model.get("samples").asInt()).isEqualTo(ITEMS);
            for (String metric : List.of("acc", "acc_norm", "acc_bytes")) {
                assertThat(value(run, model.get("model").asText(), metric))
                        .as("%s of %s", metric, model.get("model"))
                        .isEqualTo(model.get("accuracy").asDouble());
            }
        }
        assertThat(truth).hasSize(2);
        assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(2 * ITEMS);
        Verdict.ledgerEqualsTheProvidersLog(server, run);
    }

    @Test
    void perplexity_is_that_of_the_models_closed_form() {
        // Given
        server.put("/simulator/models/sim-terse", "{\"completions\": {\"temperature\": 1.5}}");

        // When
        String run = server.submit(texts("sim-terse"));
        JsonNode ended = server.awaitEnd(run);

        // Then: the first token, which ends before the first white space or after four characters, has no probability
        assertThat(ended.get("state").asText()).as("%s", ended.get("reason")).isEqualTo("COMPLETE");
        List<String> judged =
                TEXTS.stream().map(JudgedTextsTest::withoutFirstToken).toList();
        double sum = judged.stream().mapToDouble(text -> closedForm(text, 1.5)).sum();
        long bytes = judged.stream()
                .mapToLong(t -> t.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        long words = judged.stream().mapToLong(t -> t.split("\\s+", -1).length).sum();
        assertThat(value(run, "sim-terse", "byte_perplexity") / Math.exp(-sum / bytes))
                .isCloseTo(1, within(1e-9));
        assertThat(value(run, "sim-terse", "word_perplexity") / Math.exp(-sum / words))
                .isCloseTo(1, within(1e-9));
        assertThat(value(run, "sim-terse", "bits_per_byte") * bytes * Math.log(2) / -sum)
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void other_metrics_of_a_finished_run_need_no_call() {
        // Given
        String run = server.submit(choices("[sim-medium]"));
        server.awaitEnd(run);
        int calls = server.simulatorCalls(run).get("calls").asInt();

        // When
        server.post(
                "/api/v1/runs/" + run + "/rescore",
                "application/json",
                "{\"extract\": [\"option_probabilities\"], \"metrics\": [\"acc\", \"mc2\", \"brier\"]}");
        org.awaitility.Awaitility.await()
                .atMost(ServerProcess.LONG)
                .until(() -> server.report(run).toString().contains("\"brier\""));

        // Then
        assertThat(value(run, "sim-medium", "acc"))
                .isEqualTo(server.get("/simulator/truth?run=" + run)
                        .at("/models/0/accuracy")
                        .asDouble());
        assertThat(value(run, "sim-medium", "mc2")).isBetween(0.0, 1.0);
        assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(calls);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "none|it has no completions",
                "no-lists|it refuses completions that echo the prompt with its log-probabilities",
                "no-echo|it does not echo the prompt",
                "no-logprobs|it gives no log-probabilities of the prompt's tokens",
                "constant-logprobs|it gives every token the same log-probability"
            })
    void an_endpoint_that_cannot_or_lies_ends_the_run_with_the_reason_after_one_call(String behaviour, String reason) {
        // Given
        server.put("/simulator/models/sim-instant", "{\"completions\": {\"behaviour\": \"" + behaviour + "\"}}");

        // When
        String run = server.submit(choices("[sim-instant]"));
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).isEqualTo("FAILED");
        assertThat(ended.get("reason").asText())
                .startsWith("UNSUITABLE: model sim-instant of connection sim cannot judge texts: " + reason);
        assertThat(server.simulatorCalls(run).get("calls").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"byte-offsets", "no-zero-tokens"})
    void an_endpoint_with_habits_of_its_own_is_understood(String behaviour) {
        // Given
        server.put(
                "/simulator/models/sim-50ms",
                "{\"abilities\": {\"default\": 0.6}, \"completions\": {\"behaviour\": \"" + behaviour + "\"}}");

        // When
        String run = server.submit(choices("[sim-50ms]"));
        JsonNode ended = server.awaitEnd(run);

        // Then
        assertThat(ended.get("state").asText()).as("%s", ended.get("reason")).isEqualTo("COMPLETE");
        assertThat(value(run, "sim-50ms", "acc"))
                .isEqualTo(server.get("/simulator/truth?run=" + run)
                        .at("/models/0/accuracy")
                        .asDouble());
    }

    private static double value(String run, String model, String metric) {
        for (JsonNode row : server.report(run).get("leaderboard")) {
            for (JsonNode each : row.get("metrics")) {
                if (row.get("model").asText().equals(model)
                        && each.get("metric").asText().equals(metric)) {
                    return each.get("value").asDouble();
                }
            }
        }
        throw new AssertionError("no " + metric + " of " + model);
    }

    private static String choices(String models) {
        String items = IntStream.range(0, ITEMS)
                .mapToObj(i ->
                        "      - {q: 'Zoë counts %d. Next is', options: ['one é', four, 'the %d', seventeen], a: %d}"
                                .formatted(i, i + 1, i % 4))
                .collect(Collectors.joining("\n"));
        return """
                name: judged choices
                benchmark:
                  name: judged-choices
                  mode: loglikelihood
                  dataset:
                    inline:
                %s
                  prompt: "{{ q }}"
                  choices: options
                  target: a
                  metrics: [acc, acc_norm, acc_bytes]
                models: %s
                """.formatted(items, models);
    }

    private static String texts(String model) {
        String items =
                TEXTS.stream().map(text -> "      - {text: '" + text + "'}").collect(Collectors.joining("\n"));
        return """
                name: judged texts
                benchmark:
                  name: judged-texts
                  mode: perplexity
                  dataset:
                    inline:
                %s
                  target: text
                models: [%s]
                """.formatted(items, model);
    }

    private static String withoutFirstToken(String text) {
        int end = 1;
        while (end < 4 && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(end);
    }

    /** The simulated model's probabilities, computed from their description alone. */
    private static double closedForm(String text, double temperature) {
        double all = IntStream.of(WEIGHTS).sum();
        double z = IntStream.range(0, 256)
                .mapToDouble(b -> Math.pow(probability(b, all), 1 / temperature))
                .sum();
        double sum = 0;
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            sum += Math.log(Math.pow(probability(b & 0xff, all), 1 / temperature) / z);
        }
        return sum;
    }

    private static double probability(int b, double all) {
        int place = ENGLISH.indexOf((char) b);
        return 0.05 / 256 + (place < 0 ? 0 : 0.95 * WEIGHTS[place] / all);
    }
}
