package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.LikelihoodTask;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.LikelihoodSpec;
import dev.assay.contracts.run.LikelihoodSpec.Mode;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.SampleContext;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are judged over HTTP. */
@Timeout(60)
class ProviderLikelihoodTest {

    private static final String HONEST = """
            {"choices":[
              {"index":0,"text":"The sky is blue","logprobs":{"tokens":["The sky is"," blue"],
               "token_logprobs":[null,-0.5],"top_logprobs":[null,{" blue":-0.5}],"text_offset":[0,10]}},
              {"index":1,"text":"The sky is red","logprobs":{"tokens":["The sky is"," red"],
               "token_logprobs":[null,-4],"top_logprobs":[null,{" blue":-0.5}],"text_offset":[0,10]}}],
             "usage":{"prompt_tokens":8,"completion_tokens":2,"total_tokens":10}}""";

    @RegisterExtension
    final ProviderCalls calls = new ProviderCalls();

    @Test
    void all_options_of_an_item_are_asked_in_one_call_of_the_completions() throws Exception {
        // Given
        FakeProvider provider =
                calls.provider((request, body) -> request.response().end(HONEST));

        // When
        CallReply reply = calls.call(provider.connection(), task(false));

        // Then
        assertThat(reply.outcome())
                .isEqualTo(new Outcome.Answered(
                        "{\"likelihoods\":1,\"options\":[{\"logprob\":-0.5,\"tokens\":1,\"greedy\":true},"
                                + "{\"logprob\":-4.0,\"tokens\":1,\"greedy\":false}]}",
                        "judged",
                        Usage.of(8, 2)));
        assertThat(provider.asked()).hasSize(1);
        assertThat(provider.asked().getFirst().uri()).isEqualTo("/v1/completions");
        assertThat(provider.asked().getFirst().body())
                .isEqualTo("{\"model\":\"large-1\",\"prompt\":[\"The sky is blue\",\"The sky is red\"],\"echo\":true,"
                        + "\"logprobs\":1,\"max_tokens\":1,\"temperature\":0}");
    }

    @Test
    void the_first_call_of_a_model_asks_the_probe_too_and_tells_the_simulator_what_is_an_option() throws Exception {
        // Given
        FakeProvider provider =
                calls.provider((request, body) -> request.response().end(HONEST));

        // When
        CallReply reply = calls.call(provider.connection(Connection.Kind.SIMULATOR, null), task(true));

        // Then
        JsonNode asked = EventJson.mapper().readTree(provider.asked().getFirst().body());
        assertThat(asked.get("prompt")).hasSize(4);
        assertThat(asked.at("/assay/judged").toString()).isEqualTo("{\"options\":2,\"from\":10,\"right\":[0]}");
        assertThat(asked.at("/assay/item").asText()).isEqualTo("item-7");
        assertThat(ProviderCalls.failure(reply))
                .isEqualTo(new Outcome.Failed(
                        FailureKind.UNSUITABLE,
                        "it answers 2 texts of 4 that are asked in one call",
                        200,
                        Usage.of(8, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404|it has no completions, and chat completions give log-probabilities of what is written only (the provider"
                        + " answered with status 404: This is a chat model.)",
                "405|it has no completions, and chat completions give log-probabilities of what is written only (the provider"
                        + " answered with status 405: This is a chat model.)",
                "400|it refuses completions that echo the prompt with its log-probabilities (the provider answered with"
                        + " status 400: This is a chat model.)"
            })
    void a_provider_that_refuses_the_first_call_is_unsuitable(int status, String reason) throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> request.response()
                        .setStatusCode(status)
                        .end("{\"error\":{\"message\":\"This is a chat model.\"}}"),
                task(true));

        // Then
        assertThat(ProviderCalls.failure(reply))
                .isEqualTo(new Outcome.Failed(FailureKind.UNSUITABLE, reason, status, null));
    }

    @Test
    void a_first_item_that_is_too_long_or_a_provider_that_is_busy_says_nothing_of_what_the_provider_can()
            throws Exception {
        // When
        CallReply tooLong = calls.call(
                (request, body) -> request.response()
                        .setStatusCode(400)
                        .end("{\"error\":{\"code\":\"context_length_exceeded\",\"message\":\"too long\"}}"),
                task(true));
        CallReply busy = calls.call(
                (request, body) -> request.response().setStatusCode(503).end(), task(true));

        // Then
        assertThat(ProviderCalls.failure(tooLong).kind()).isEqualTo(FailureKind.CONTEXT_TOO_LONG);
        assertThat(ProviderCalls.failure(busy).kind()).isEqualTo(FailureKind.OVERLOADED);
    }

    @Test
    void what_goes_wrong_after_the_first_call_is_tried_again() throws Exception {
        // When
        CallReply noEcho = calls.call(
                (request, body) -> request.response().end(HONEST.replace("The sky is red", " red")), task(false));
        CallReply notJson = calls.call((request, body) -> request.response().end("data: {}"), task(false));

        // Then
        assertThat(ProviderCalls.failure(noEcho))
                .isEqualTo(
                        new Outcome.Failed(FailureKind.MALFORMED, "it does not echo the prompt", 200, Usage.of(8, 2)));
        assertThat(ProviderCalls.failure(notJson).message()).isEqualTo("its answer is not a completion");
    }

    @Test
    void an_answer_that_is_far_larger_than_what_was_asked_is_not_read_to_its_end() throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> request.response().end("{\"choices\":[\"" + "x".repeat(1 << 20) + "\"]}"),
                task(false));

        // Then
        assertThat(ProviderCalls.failure(reply).kind()).isEqualTo(FailureKind.TOO_LARGE);
    }

    private static PromptTask task(boolean probe) {
        PromptTask task = Samples.task(7);
        return new PromptTask(
                task.eventId(),
                task.occurredAt(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                task.triesLeft(),
                task.pool(),
                task.model(),
                List.of(Message.user("The sky is")),
                new SampleContext("item-7", "nature", List.of("A"), List.of("blue", "red")),
                task.startBy(),
                task.deadlineMillis(),
                new LikelihoodTask(new LikelihoodSpec(Mode.LOGLIKELIHOOD, " ", null), probe),
                null);
    }
}
