package dev.assay.workers.provider;

import static dev.assay.workers.provider.ProviderCalls.DONE;
import static dev.assay.workers.provider.ProviderCalls.ROLE;
import static dev.assay.workers.provider.ProviderCalls.STOP;
import static dev.assay.workers.provider.ProviderCalls.USAGE;
import static dev.assay.workers.provider.ProviderCalls.delta;
import static dev.assay.workers.provider.ProviderCalls.eventStream;
import static dev.assay.workers.provider.ProviderCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.money.Usage;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.FakeProvider.Behaviour;
import dev.assay.workers.Samples;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is understood as an answer. */
@Timeout(60)
class ProviderAnswerTest {

    @RegisterExtension
    final ProviderCalls calls = new ProviderCalls();

    @Test
    void a_whole_answer_comes_with_usage_timings_and_the_headers_that_are_kept() throws Exception {
        // Given
        Behaviour answering = (request, body) -> request.response()
                .putHeader("content-type", "application/json")
                .putHeader("X-Request-Id", "req-1")
                .putHeader("x-ratelimit-remaining-requests", "59")
                .putHeader("openai-processing-ms", "12")
                .putHeader("set-cookie", "session=1")
                .end("""
                        {"choices":[{"message":{"role":"assistant","content":"Eight."},"finish_reason":"length"}],
                         "usage":{"prompt_tokens":20,"completion_tokens":6,"total_tokens":26,
                                  "prompt_tokens_details":{"cached_tokens":16},
                                  "completion_tokens_details":{"reasoning_tokens":2}},"unknown":[1]}""");

        // When
        CallReply reply = calls.call(answering, Samples.task());

        // Then
        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("Eight.", "length", new Usage(20, 16, 6, 2, false)));
        assertThat(new TreeMap<>(reply.headers()))
                .isEqualTo(new TreeMap<>(Map.of(
                        "x-request-id",
                        "req-1",
                        "x-ratelimit-remaining-requests",
                        "59",
                        "openai-processing-ms",
                        "12")));
        assertThat(reply.timings().firstTokenMicros()).isNull();
        assertThat(reply.timings().totalMicros()).isPositive();
        assertThat(reply.timings().queuedMicros()).isEqualTo(17);
        assertThat(reply.retryAfterMillis()).isNull();
    }

    @Test
    void a_streamed_answer_is_put_together_from_pieces_cut_anywhere() throws Exception {
        // Given
        String stream = ": hello\n\n" + ROLE + delta("Acht 🕷 B") + delta("eine.") + STOP + USAGE + DONE;
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        FakeProvider provider = calls.provider((request, body) -> {
            HttpServerResponse response = eventStream(request.response());
            for (int from = 0; from < bytes.length; from += 7) {
                var unused = response.write(
                        Buffer.buffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 7))));
            }
            var unused = response.end();
        });

        // When
        CallReply reply = calls.call(provider.connection(), Samples.streamed(Samples.task()));

        // Then
        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("Acht 🕷 Beine.", "stop", Usage.of(9, 4)));
        assertThat(reply.timings().firstTokenMicros())
                .isBetween(0L, reply.timings().totalMicros());
        assertThat(provider.asked().getFirst().body())
                .contains("\"stream\":true,\"stream_options\":{\"include_usage\":true}");
    }

    @Test
    void a_stream_is_over_when_it_says_so_and_its_connection_is_used_again() throws Exception {
        // Given
        FakeProvider provider = calls.provider((request, body) -> {
            HttpServerResponse response = eventStream(request.response());
            var unused = response.write(delta("8") + STOP + DONE);
            // The end of the response comes later than the end of the answer.
            calls.vertx.setTimer(50, timer -> response.end());
        });

        // When
        Outcome first = calls.call(provider.connection(), Samples.streamed(Samples.task()))
                .outcome();
        calls.vertx
                .timer(200, TimeUnit.MILLISECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Outcome second = calls.call(provider.connection(), Samples.streamed(Samples.task()))
                .outcome();

        // Then
        assertThat(first).isEqualTo(new Outcome.Answered("8", "stop", new Usage(7, 0, 1, 0, true)));
        assertThat(second).isEqualTo(first);
        assertThat(provider.connections()).isEqualTo(1);
    }

    @Test
    void reasoning_is_not_part_of_the_answer() throws Exception {
        // When
        CallReply reply = calls.call(
                (request, body) -> eventStream(request.response())
                        .end("data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"Spiders...\"}}]}\n\n" + delta("8")
                                + STOP + DONE),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("8");
    }

    @Test
    void a_server_that_does_not_stream_though_it_was_asked_to_is_understood() throws Exception {
        CallReply reply = calls.call(FakeProvider.saying("8"), Samples.streamed(Samples.task()));

        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("8", "stop", Usage.of(9, 3)));
        assertThat(reply.timings().firstTokenMicros()).isNull();
    }

    @Test
    void an_answer_that_is_whole_but_whose_stream_hangs_is_an_answer() throws Exception {
        // Given
        calls.settings.put("workers.idle-timeout", "PT0.2S");

        // When
        CallReply reply = calls.call(
                (request, body) -> eventStream(request.response()).write(delta("8") + STOP),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("8", "stop", new Usage(7, 0, 1, 0, true)));
    }

    @Test
    void a_refusal_and_a_filtered_answer_are_refused() throws Exception {
        // When
        CallReply refusal = calls.call(
                (request, body) -> request.response()
                        .end(
                                "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"},"
                                        + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"),
                Samples.task());
        CallReply filtered = calls.call(
                (request, body) -> eventStream(request.response())
                        .end(delta("Well") + STOP.replace("\"stop\"", "\"content_filter\"") + USAGE + DONE),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(refusal.outcome()).isEqualTo(new Outcome.Refused("I will not.", "refusal", Usage.of(1, 2)));
        assertThat(filtered.outcome()).isEqualTo(new Outcome.Refused("Well", "content_filter", Usage.of(9, 4)));
    }

    @Test
    void an_answer_of_ten_megabytes_is_too_large_and_is_not_read_to_its_end() throws Exception {
        // Given
        String long10M = "x".repeat(10 << 20);

        // When
        CallReply whole = calls.call(FakeProvider.saying(long10M), Samples.task());
        CallReply streamed = calls.call(
                (request, body) -> {
                    HttpServerResponse response = eventStream(request.response());
                    String piece = delta("y".repeat(64 * 1024));
                    for (int i = 0; i < 160; i++) {
                        var unused = response.write(piece);
                    }
                },
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(whole).kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(failure(streamed).kind()).isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void the_limit_of_an_answer_counts_bytes_of_utf8() throws Exception {
        // Given
        calls.settings.put("workers.max-answer", "30");

        // Then
        assertThat(calls.call(FakeProvider.saying("ä".repeat(15)), Samples.task())
                        .outcome())
                .isInstanceOf(Outcome.Answered.class);
        assertThat(failure(calls.call(FakeProvider.saying("ä".repeat(16)), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void a_large_answer_is_told_while_it_comes_in() throws Exception {
        // When
        calls.call(FakeProvider.saying("x".repeat(500_000)), Samples.task());

        // Then
        assertThat(calls.memory).hasValueBetween(450_000L, 510_000L);
    }

    @Test
    void half_a_character_at_the_end_of_an_answer_is_replaced() throws Exception {
        // When
        CallReply reply = calls.call(FakeProvider.saying("8 \\ud83d\\udd77 \\ud83d"), Samples.task());

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("8 🕷 ?");
    }
}
