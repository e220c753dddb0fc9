package dev.assay.simulator.web;

import static dev.assay.simulator.web.Simulator.events;
import static dev.assay.simulator.web.Simulator.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.simulator.log.CallLog;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class SimulatorHttpTest {

    @TestHTTPResource("/")
    URI base;

    @Inject
    SimulatorConfig config;

    private Simulator simulator;

    @BeforeEach
    void connect() {
        simulator = new Simulator(base);
    }

    @AfterEach
    void disconnect() {
        simulator.close();
    }

    @Test
    void a_plain_client_gets_a_completion_with_usage() {
        // Given
        Map<String, Object> body = Map.of("model", "sim-instant", "messages", List.of(user("12345678")));
        // When
        HttpResponse<String> response = simulator.complete(body);
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type")).contains("application/json");
        JsonNode completion = simulator.read(response.body());
        assertThat(completion.at("/object").asText()).isEqualTo("chat.completion");
        assertThat(completion.at("/choices/0/message/role").asText()).isEqualTo("assistant");
        assertThat(completion.at("/choices/0/finish_reason").asText()).isEqualTo("stop");
        String text = completion.at("/choices/0/message/content").asText();
        assertThat(text).contains("answer is");
        assertThat(completion.at("/usage/prompt_tokens").asInt()).isEqualTo(2);
        assertThat(completion.at("/usage/completion_tokens").asInt()).isEqualTo((text.length() + 3) / 4);
    }

    @Test
    void a_stream_has_the_same_text_as_a_whole_answer() {
        // Given
        Map<String, Object> whole = Map.of("model", "sim-instant", "messages", List.of(user("Why?")));
        Map<String, Object> stream = Map.of(
                "model",
                "sim-instant",
                "messages",
                List.of(user("Why?")),
                "stream",
                true,
                "stream_options",
                Map.of("include_usage", true));
        String text = simulator
                .read(simulator.complete(whole).body())
                .at("/choices/0/message/content")
                .asText();
        // When
        HttpResponse<String> response = simulator.complete(stream);
        // Then
        assertThat(response.headers().firstValue("content-type")).contains("text/event-stream; charset=utf-8");
        List<String> events = events(response.body());
        assertThat(events.getLast()).isEqualTo("[DONE]");
        List<JsonNode> chunks = events.subList(0, events.size() - 1).stream()
                .map(simulator::read)
                .toList();
        assertThat(chunks.getFirst().at("/choices/0/delta/role").asText()).isEqualTo("assistant");
        assertThat(chunks.stream()
                        .map(chunk -> chunk.at("/choices/0/delta/content").asText())
                        .collect(Collectors.joining()))
                .isEqualTo(text);
        assertThat(chunks.get(chunks.size() - 2).at("/choices/0/finish_reason").asText())
                .isEqualTo("stop");
        assertThat(chunks.getLast().at("/choices")).isEmpty();
        assertThat(chunks.getLast().at("/usage/completion_tokens").asInt()).isEqualTo((text.length() + 3) / 4);
    }

    @Test
    void a_run_is_logged_with_its_tokens_and_its_truth() {
        // Given
        String run = "01jd3x5m8q2v7c9e4k6n0p1r2a";
        int tasks = 400;
        // When
        for (int item = 0; item < tasks; item++) {
            String task = run + ".0." + item + ".0";
            simulator.complete(call("sim-instant", "Item " + item, run, task, "call-a-" + item, 1, "17", "reading"));
        }
        // Then
        JsonNode calls = simulator.calls(run);
        assertThat(calls.at("/calls").asInt()).isEqualTo(tasks);
        assertThat(calls.at("/served").asInt()).isEqualTo(tasks);
        assertThat(calls.at("/answered").asInt()).isEqualTo(tasks);
        assertThat(calls.at("/failed").asInt()).isZero();
        assertThat(calls.at("/byModel/sim-instant/outputTokens").asInt())
                .isEqualTo(calls.at("/outputTokens").asInt())
                .isGreaterThan(tasks);
        assertThat(calls.at("/firstCallAt").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z");
        JsonNode model = simulator
                .read(simulator.get("/simulator/truth?run=" + run).body())
                .at("/models/0");
        assertThat(model.at("/model").asText()).isEqualTo("sim-instant");
        assertThat(model.at("/samples").asInt()).isEqualTo(tasks);
        assertThat(model.at("/planted").asDouble()).isEqualTo(0.75);
        assertThat(model.at("/accuracy").asDouble()).isCloseTo(0.75, within(0.1));
        assertThat(model.at("/byCategory/reading/samples").asInt()).isEqualTo(tasks);
    }

    @Test
    void the_tasks_of_a_large_run_are_listed_one_by_one() {
        // Given
        String run = "01jd3x5m8q2v7c9e4k6n0p1r2b";
        int tasks = 1_300;
        for (int item = 0; item < tasks; item++) {
            simulator.complete(call("sim-terse", "x", run, run + ".0." + item + ".0", "call-b-" + item, 1, "17", null));
        }
        // When
        String body = simulator.get("/simulator/calls?tasks=true&run=" + run).body();
        // Then
        JsonNode listed = simulator.read(body).at("/tasks");
        assertThat(listed).hasSize(tasks);
        assertThat(listed.get(1_299).at("/task").asText()).isEqualTo(run + ".0.1299.0");
        assertThat(listed.get(1_299).at("/calls").asInt()).isEqualTo(1);
        assertThat(listed.get(1_299).at("/answered").asInt()).isEqualTo(1);
        assertThat(listed.get(1_299).at("/inputTokens").asInt()).isEqualTo(1);
    }

    @Test
    void a_call_can_be_asked_for_by_its_name() {
        // Given
        simulator.complete(call("sim-instant", "x", "run-c", "run-c.0.0.0", "call-c", 1, "17", null));
        // When
        JsonNode call = simulator.read(simulator.get("/simulator/calls/call-c").body());
        // Then
        assertThat(call.at("/state").asText()).isEqualTo("answered");
        assertThat(call.at("/inputTokens").asInt()).isEqualTo(1);
        HttpResponse<String> unknown = simulator.get("/simulator/calls/call-never-made");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Instant.parse(unknown.headers().firstValue("X-Log-Begins").orElseThrow()))
                .isBefore(Instant.now());
    }

    @Test
    void a_model_that_is_down_refuses_every_call_and_bills_none() {
        // Given
        String run = "run-d";
        // When
        List<Integer> statuses = new ArrayList<>();
        for (int attempt = 1; attempt <= 5; attempt++) {
            statuses.add(simulator
                    .complete(call("sim-down", "x", run, run + ".0.0.0", "call-d-" + attempt, attempt, "17", null))
                    .statusCode());
        }
        // Then
        assertThat(statuses).containsOnly(503).hasSize(5);
        JsonNode calls = simulator.calls(run);
        assertThat(calls.at("/calls").asInt()).isEqualTo(5);
        assertThat(calls.at("/served").asInt()).isZero();
        assertThat(calls.at("/failedByStatus/503").asInt()).isEqualTo(5);
        assertThat(calls.at("/inputTokens").asInt()).isZero();
        assertThat(simulator
                        .read(simulator.get("/simulator/truth?run=run-d").body())
                        .at("/models"))
                .isEmpty();
    }

    @Test
    void a_refusal_has_the_shape_of_an_openai_error() {
        // Given
        Map<String, Object> body = Map.of("model", "sim-unauthorized", "messages", List.of(user("x")));
        // When
        HttpResponse<String> response = simulator.complete(body);
        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        JsonNode error = simulator.read(response.body()).at("/error");
        assertThat(error.at("/code").asText()).isEqualTo("invalid_api_key");
        assertThat(error.at("/type").asText()).isEqualTo("invalid_request_error");
        assertThat(error.at("/message").asText()).isNotEmpty();
    }

    @Test
    void bad_requests_are_refused_with_the_field_that_is_bad() {
        assertThat(errorParameter("{\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"))
                .isEqualTo("model");
        assertThat(errorParameter("{\"model\":\"sim-instant\"}")).isEqualTo("messages");
        assertThat(simulator.post("no json").statusCode()).isEqualTo(400);
        assertThat(simulator
                        .post("{\"model\":\"gpt-x\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(simulator.post("{\"pad\":\"" + "x".repeat(5_000_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    @Test
    void a_hanging_model_never_answers_and_bills_the_call_that_was_given_up() {
        // Given
        CompletableFuture<HttpResponse<String>> hanging =
                simulator.completeLater(call("sim-hang", "x", "run-e", "run-e.0.0.0", "call-e", 1, "17", null));
        await().untilAsserted(() ->
                assertThat(simulator.calls("run-e").at("/open").asInt()).isEqualTo(1));
        // When
        hanging.cancel(true);
        simulator.close();
        // Then
        simulator = new Simulator(base);
        await().untilAsserted(() ->
                assertThat(simulator.calls("run-e").at("/aborted").asInt()).isEqualTo(1));
        JsonNode call = simulator.read(simulator.get("/simulator/calls/call-e").body());
        assertThat(call.at("/state").asText()).isEqualTo("aborted");
        assertThat(call.at("/outputTokens").asInt()).isPositive();
        assertThat(simulator.calls("run-e").at("/served").asInt()).isEqualTo(1);
    }

    @Test
    void a_cut_answer_ends_in_the_middle() {
        // Given
        Map<String, Object> call = call("sim-cut", "x", "run-f", "run-f.0.0.0", "call-f", 1, "17", null);
        // When
        CompletableFuture<HttpResponse<String>> response = simulator.completeLater(call);
        // Then
        assertThatThrownBy(response::get).hasCauseInstanceOf(IOException.class);
        assertThat(simulator.calls("run-f").at("/aborted").asInt()).isEqualTo(1);
    }

    @Test
    void a_malformed_answer_is_no_json() {
        // Given
        Map<String, Object> call = call("sim-malformed", "x", "run-g", "run-g.0.0.0", "call-g", 1, "17", null);
        // When
        HttpResponse<String> response = simulator.complete(call);
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> simulator.read(response.body())).hasMessageContaining("end-of-input");
        assertThat(simulator.calls("run-g").at("/aborted").asInt()).isEqualTo(1);
    }

    @Test
    void a_model_can_be_changed_while_it_serves() {
        // Given
        String limited = "{\"abilities\":{\"default\":1},\"limits\":{\"requestsPerMinute\":2}}";
        // When
        HttpResponse<String> put = simulator.put("/simulator/models/sim-put", limited);
        // Then
        assertThat(put.statusCode()).isEqualTo(200);
        Map<String, Object> call = call("sim-put", "x", "run-h", "run-h.0.0.0", "call-h", 1, "17", null);
        assertThat(simulator.complete(call).headers().firstValue("x-ratelimit-remaining-requests"))
                .contains("1");
        assertThat(simulator.complete(call).statusCode()).isEqualTo(200);
        HttpResponse<String> third = simulator.complete(call);
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("retry-after")).isPresent();
        assertThat(simulator
                        .put("/simulator/models/sim-put", "{\"abilities\":{\"default\":2}}")
                        .body())
                .contains("ability 'default' must be from 0 to 1");
        assertThat(simulator
                        .read(simulator.get("/simulator/models/sim-put").body())
                        .at("/limits/requestsPerMinute")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_timed_stream_comes_in_pieces_with_stamps_in_order() {
        // Given
        String timed =
                "{\"latency\":{\"firstTokenMs\":30},\"tokensPerSecond\":400,\"tokensPerChunk\":2,\"stamps\":true}";
        simulator.put("/simulator/models/sim-timed", timed);
        // When
        HttpResponse<String> response =
                simulator.complete(Map.of("model", "sim-timed", "messages", List.of(user("Why?")), "stream", true));
        // Then
        List<String> events = events(response.body());
        List<Long> written = events.subList(0, events.size() - 1).stream()
                .map(event -> simulator.read(event).at("/assay/writtenMicros").asLong())
                .toList();
        long received =
                simulator.read(events.getFirst()).at("/assay/receivedMicros").asLong();
        assertThat(written).isSorted();
        assertThat(written.getFirst() - received).isGreaterThanOrEqualTo(29_000);
        assertThat(written.getLast()).isGreaterThan(written.getFirst());
    }

    @Test
    void models_are_listed_as_openai_lists_them() {
        // When
        JsonNode models = simulator.read(simulator.get("/simulator/v1/models").body());
        // Then
        assertThat(models.at("/object").asText()).isEqualTo("list");
        assertThat(models.at("/data"))
                .extracting(model -> model.at("/id").asText())
                .contains("sim-large", "sim-down");
        assertThat(simulator.get("/simulator/v1/models/sim-large").statusCode()).isEqualTo(200);
        assertThat(simulator.get("/simulator/v1/models/none").statusCode()).isEqualTo(404);
    }

    @Test
    void what_the_log_knows_survives_the_process(@TempDir Path folder) throws IOException {
        // Given
        for (int item = 0; item < 50; item++) {
            simulator.complete(
                    call("sim-flaky", "Item " + item, "run-i", "run-i.0." + item + ".0", "i" + item, 1, "7", "c"));
        }
        JsonNode told = simulator.calls("run-i");
        // When
        Path written = config.dataDir().orElseThrow().resolve(CallLog.FILE_NAME);
        Files.copy(written, folder.resolve(CallLog.FILE_NAME));
        // Then
        try (CallLog replayed = CallLog.in(folder)) {
            var statement = replayed.statement("run-i");
            assertThat(statement.counts().calls())
                    .isEqualTo(told.at("/calls").asLong())
                    .isEqualTo(50);
            assertThat(statement.counts().failed())
                    .isEqualTo(told.at("/failed").asLong())
                    .isPositive();
            assertThat(statement.counts().answered())
                    .isEqualTo(told.at("/answered").asLong());
            assertThat(statement.counts().outputTokens())
                    .isEqualTo(told.at("/outputTokens").asLong());
        }
    }

    private String errorParameter(String body) {
        HttpResponse<String> response = simulator.post(body);
        assertThat(response.statusCode()).isEqualTo(400);
        return simulator.read(response.body()).at("/error/param").asText();
    }

    @Test
    void what_everybody_may_read_holds_no_prompt_answer_or_reference() {
        // Given
        HttpResponse<String> completion = simulator.complete(call(
                "sim-instant", "private-prompt", "run-seen", "task-seen", "call-seen", 1, "private-right", "reading"));
        String answer = simulator
                .read(completion.body())
                .at("/choices/0/message/content")
                .asText();
        // When
        String seen = Stream.of(
                        "/simulator/calls",
                        "/simulator/calls?run=run-seen",
                        "/simulator/calls?run=run-seen&tasks=true",
                        "/simulator/calls/call-seen",
                        "/simulator/truth?run=run-seen",
                        "/simulator/models",
                        "/simulator/v1/models")
                .map(path -> simulator.get(path).body())
                .collect(Collectors.joining("\n"));
        // Then
        assertThat(seen).contains("run-seen", "task-seen", "call-seen", "reading");
        assertThat(answer).isNotEmpty();
        assertThat(seen).doesNotContain("private", answer);
    }

    private static Map<String, Object> call(
            String model,
            String prompt,
            String run,
            String task,
            String call,
            int attempt,
            String right,
            String category) {
        Map<String, Object> assay = new java.util.HashMap<>(Map.of(
                "run",
                run,
                "task",
                task,
                "call",
                call,
                "attempt",
                attempt,
                "item",
                "i",
                "repeat",
                0,
                "reference",
                right));
        assay.put("category", category);
        return Map.of("model", model, "messages", List.of(user(prompt)), "assay", assay);
    }
}
