package dev.assay.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Completions that judge texts. */
@QuarkusTest
class CompletionsHttpTest {

    private static final String ENGLISH = " etaoinsrhldcumfwgpybvkxjqz";
    private static final int[] WEIGHTS = {
        180, 102, 75, 65, 62, 57, 57, 53, 50, 50, 33, 33, 23, 22, 20, 20, 17, 16, 15, 14, 13, 8, 5, 1, 1, 1, 1
    };

    @TestHTTPResource("/")
    URI base;

    private Simulator simulator;

    @BeforeEach
    void connect() {
        simulator = new Simulator(base);
    }

    @AfterEach
    void disconnect() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({"1, The cat sat", "0.5, The cat sat", "2, Zoë's 42 cats — 你好 🎉"})
    void the_likelihood_of_a_text_is_that_of_its_bytes(double temperature, String text) {
        // Given
        simulator.put("/simulator/models/closed-form", "{\"completions\": {\"temperature\": " + temperature + "}}");

        // When
        JsonNode logprobs = judge("closed-form", List.of(text), Map.of()).at("/choices/0/logprobs");

        // Then
        List<String> tokens = texts(logprobs.get("tokens"));
        assertThat(String.join("", tokens)).isEqualTo(text + " the");
        for (int i = 1; i < tokens.size(); i++) {
            assertThat(logprobs.get("token_logprobs").get(i).asDouble())
                    .as(tokens.get(i))
                    .isCloseTo(closedForm(tokens.get(i), temperature), within(1e-12));
        }
        assertThat(logprobs.get("token_logprobs").get(0).isNull()).isTrue();
    }

    /** The model's probabilities, computed from its description alone. */
    private static double closedForm(String token, double temperature) {
        double all = IntStream.of(WEIGHTS).sum();
        double z = IntStream.range(0, 256)
                .mapToDouble(b -> Math.pow(probability(b, all), 1 / temperature))
                .sum();
        double sum = 0;
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            sum += Math.log(Math.pow(probability(b & 0xff, all), 1 / temperature) / z);
        }
        return sum;
    }

    private static double probability(int b, double all) {
        int place = ENGLISH.indexOf((char) b);
        return 0.05 / 256 + (place < 0 ? 0 : 0.95 * WEIGHTS[place] / all);
    }

    @Test
    void tokens_tell_where_they_begin_and_the_usage_counts_them() {
        // When
        JsonNode answer = judge("sim-instant", List.of("é, the tale", "b"), Map.of());

        // Then
        assertThat(texts(answer.at("/choices/0/logprobs/tokens"))).containsExactly("é,", " the", " tal", "e", " the");
        assertThat(texts(answer.at("/choices/0/logprobs/text_offset"))).containsExactly("0", "2", "6", "10", "11");
        assertThat(answer.at("/choices/1/text").asText()).isEqualTo("b the");
        assertThat(answer.at("/usage/prompt_tokens").asInt()).isEqualTo(5);
        assertThat(answer.at("/usage/completion_tokens").asInt()).isEqualTo(2);
    }

    @Test
    void the_right_option_is_the_likeliest_as_often_as_the_model_is_able() {
        // Given
        simulator.put("/simulator/models/able", "{\"abilities\": {\"default\": 0.7}}");
        int items = 400;

        // When
        int right = 0;
        for (int item = 0; item < items; item++) {
            String question = "Question " + item + ": what is it?";
            JsonNode answer = judge(
                    "able",
                    List.of(question + " an elephant", question + " it", question + " the sea"),
                    Map.of(
                            "run",
                            "judged",
                            "task",
                            "task-" + item,
                            "judged",
                            Map.of("options", 3, "from", question.length(), "right", List.of(item % 3))));
            right += likeliest(answer, question.length()) == item % 3 ? 1 : 0;
        }

        // Then
        JsonNode truth =
                simulator.read(simulator.get("/simulator/truth?run=judged").body());
        assertThat(truth.at("/models/0/samples").asInt()).isEqualTo(items);
        assertThat(truth.at("/models/0/correct").asInt()).isEqualTo(right);
        assertThat((double) right / items).isBetween(0.62, 0.78);
    }

    private static int likeliest(JsonNode answer, int from) {
        double[] sums = new double[3];
        for (int option = 0; option < sums.length; option++) {
            JsonNode logprobs = answer.at("/choices/" + option + "/logprobs");
            for (int i = 0; i < logprobs.get("tokens").size() - 1; i++) {
                boolean own = logprobs.get("text_offset").get(i).asInt() >= from;
                sums[option] += own ? logprobs.get("token_logprobs").get(i).asDouble() : 0;
            }
        }
        return IntStream.range(0, sums.length)
                .reduce((best, i) -> sums[i] > sums[best] ? i : best)
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "none, 404, This is a chat model and not supported in the v1/completions endpoint.",
                "no-lists, 400, 'prompt' must be a text.",
                "no-zero-tokens, 400, 'max_tokens' must be at least 1."
            })
    void a_model_that_cannot_refuses(String behaviour, int status, String message) {
        // Given
        simulator.put("/simulator/models/unable", "{\"completions\": {\"behaviour\": \"" + behaviour + "\"}}");

        // When
        HttpResponse<String> answer = simulator.judge(
                Map.of("model", "unable", "prompt", List.of("a"), "echo", true, "logprobs", 1, "max_tokens", 0));

        // Then
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(simulator.read(answer.body()).at("/error/message").asText()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({
        "no-echo, /choices/0/text, ' the'",
        "no-logprobs, /choices/0/logprobs, null",
        "constant-logprobs, /choices/0/logprobs/token_logprobs/1, -1.0",
        "byte-offsets, /choices/0/logprobs/text_offset/1, 3"
    })
    void a_model_that_lies_answers_all_the_same(String behaviour, String place, String told) {
        // Given
        simulator.put("/simulator/models/liar", "{\"completions\": {\"behaviour\": \"" + behaviour + "\"}}");

        // When
        JsonNode answer = judge("liar", List.of("é, the tale"), Map.of());

        // Then
        assertThat(answer.at(place).asText()).isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{}|model",
                "{'model': 'sim-instant'}|prompt",
                "{'model': 'sim-instant', 'prompt': []}|prompt",
                "{'model': 'sim-instant', 'prompt': [1]}|prompt",
                "{'model': 'sim-instant', 'prompt': 'a', 'stream': true}|stream",
                "{'model': 'sim-instant', 'prompt': 'a', 'max_tokens': -1}|max_tokens",
                "{'model': 'sim-instant', 'prompt': 'a', 'assay': {'judged': {'options': 2, 'from': 0}}}|assay.judged"
            })
    void a_request_that_is_not_well_formed_names_its_field(String body, String parameter) {
        // When
        HttpResponse<String> answer = simulator.judge(body.replace('\'', '"'));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(simulator.read(answer.body()).at("/error/param").asText()).isEqualTo(parameter);
    }

    private JsonNode judge(String model, List<String> prompts, Map<String, ?> caller) {
        HttpResponse<String> answer = simulator.judge(Map.of(
                "model", model, "prompt", prompts, "echo", true, "logprobs", 1, "max_tokens", 1, "assay", caller));
        assertThat(answer.statusCode()).isEqualTo(200);
        return simulator.read(answer.body());
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
