package dev.assay.workers.provider;

import static dev.assay.workers.provider.ProviderCalls.DONE;
import static dev.assay.workers.provider.ProviderCalls.ROLE;
import static dev.assay.workers.provider.ProviderCalls.delta;
import static dev.assay.workers.provider.ProviderCalls.eventStream;
import static dev.assay.workers.provider.ProviderCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.registry.Connection;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import io.vertx.core.http.HttpServerResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong with providers, and what it is taken for. */
@Timeout(60)
class ProviderFailureTest {

    @RegisterExtension
    final ProviderCalls calls = new ProviderCalls();

    @Test
    void a_stream_that_is_cut_is_no_answer() throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> {
                    var unused = eventStream(request.response())
                            .write(delta("The answer is "))
                            .onComplete(written -> request.connection().close());
                },
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(reply))
                .isEqualTo(new Outcome.Failed(
                        FailureKind.CUT_STREAM, "the stream ended before the answer did", 200, null));
        assertThat(reply.called()).isTrue();
    }

    @Test
    void a_body_that_is_cut_is_no_answer() throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> {
                    var unused = request.response()
                            .putHeader("content-length", "500")
                            .write("{\"choices\":")
                            .onComplete(written -> request.connection().close());
                },
                Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CUT_STREAM);
    }

    @Test
    void a_connection_that_breaks_before_the_response_may_have_served_the_call() throws Exception {
        // When
        CallReply reply = calls.call((request, body) -> request.connection().close(), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isTrue();
    }

    @Test
    void a_provider_that_hangs_fails_by_the_deadline() throws Exception {
        CallReply reply = calls.call((request, body) -> {}, Samples.within(Samples.task(), 300));

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(reply.timings().totalMicros()).isGreaterThanOrEqualTo(200_000);
    }

    @Test
    void a_stream_that_does_not_begin_fails_by_the_first_token_timeout() throws Exception {
        // Given
        calls.settings.put("workers.first-token-timeout", "PT0.2S");

        // When
        CallReply reply = calls.call(
                (request, body) -> eventStream(request.response()).write(": wait\n\n" + ROLE),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TIMEOUT_FIRST_TOKEN);
    }

    @Test
    void a_stream_that_stands_still_fails_by_the_idle_timeout() throws Exception {
        // Given
        calls.settings.put("workers.idle-timeout", "PT0.2S");

        // When
        CallReply reply = calls.call(
                (request, body) -> eventStream(request.response()).write(delta("The answer")),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TIMEOUT_IDLE);
        assertThat(failure(reply).httpStatus()).isEqualTo(200);
    }

    @Test
    void a_stream_that_drips_steadily_fails_by_the_deadline() throws Exception {
        // Given
        calls.settings.put("workers.idle-timeout", "PT0.25S");

        // When
        CallReply reply = calls.call(
                (request, body) -> {
                    HttpServerResponse response = eventStream(request.response());
                    long drip = calls.vertx.setPeriodic(10, 50, timer -> response.write(delta("x")));
                    response.closeHandler(closed -> calls.vertx.cancelTimer(drip));
                },
                Samples.streamed(Samples.within(Samples.task(), 700)));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.DEADLINE);
    }

    @Test
    void a_wrong_key_is_told_without_the_key(@TempDir Path folder) throws Exception {
        // Given
        Path key = folder.resolve("key");
        Files.writeString(key, "canary-key-7");
        FakeProvider provider = calls.provider((request, body) -> request.response()
                .setStatusCode(401)
                .end("{\"error\":{\"message\":\"Incorrect API key provided: canary-key-7.\","
                        + "\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}"));

        // When
        CallReply reply = calls.call(provider.connection(Connection.Kind.OPENAI, key.toString()), Samples.task());

        // Then
        assertThat(failure(reply))
                .isEqualTo(new Outcome.Failed(
                        FailureKind.AUTH,
                        "the provider answered with status 401 (invalid_api_key): Incorrect API key provided: ***.",
                        401,
                        null));
    }

    @Test
    void a_full_quota_says_when_to_come_back() throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> request.response()
                        .setStatusCode(429)
                        .putHeader("retry-after", "2")
                        .end("{\"error\":{\"message\":\"Slow down\",\"code\":\"rate_limit_exceeded\"}}"),
                Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.RATE_LIMITED);
        assertThat(reply.retryAfterMillis()).isEqualTo(2000);
        assertThat(reply.headers()).containsEntry("retry-after", "2");
    }

    @Test
    void what_is_not_json_is_malformed() throws Exception {
        assertThat(failure(calls.call((request, body) -> request.response().end("<html>"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(calls.call((request, body) -> request.response().end(), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(calls.call((request, body) -> request.response().end("{\"choices\":[]}"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(calls.call((request, body) -> request.response().end("null"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
    }

    @Test
    void a_malformed_event_and_an_empty_stream_are_malformed() throws Exception {
        PromptTask streamed = Samples.streamed(Samples.task());

        assertThat(failure(calls.call(
                                (request, body) ->
                                        eventStream(request.response()).end(delta("8") + "data: {\"choi\n\n" + DONE),
                                streamed))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(calls.call(
                                (request, body) ->
                                        eventStream(request.response()).end(DONE),
                                streamed))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
    }

    @Test
    void an_error_that_comes_with_status_200_is_an_error() throws Exception {
        // Given
        String error = "{\"error\":{\"message\":\"engine is overloaded\",\"type\":\"overloaded_error\"}}";

        // When
        CallReply whole = calls.call((request, body) -> request.response().end(error), Samples.task());
        CallReply streamed = calls.call(
                (request, body) -> eventStream(request.response()).end(delta("8") + "data: " + error + "\n\n"),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(whole).kind()).isEqualTo(FailureKind.OVERLOADED);
        assertThat(failure(streamed).kind()).isEqualTo(FailureKind.OVERLOADED);
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        // Given
        FakeProvider target = calls.provider(FakeProvider.saying("8"));

        // When
        CallReply reply = calls.call(
                (request, body) -> request.response()
                        .setStatusCode(307)
                        .putHeader("location", "http://127.0.0.1:" + target.port() + "/v1/chat/completions")
                        .end(),
                Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(failure(reply).httpStatus()).isEqualTo(307);
        assertThat(target.asked()).isEmpty();
    }
}
