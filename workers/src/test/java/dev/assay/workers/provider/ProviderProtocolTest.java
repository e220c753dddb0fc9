package dev.assay.workers.provider;

import static dev.assay.workers.provider.ProviderCalls.at;
import static dev.assay.workers.provider.ProviderCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Providers that do not keep to HTTP or JSON: the cause is in the failure, and none of their words are in the log. */
@Timeout(60)
class ProviderProtocolTest {

    @RegisterExtension
    final ProviderCalls calls = new ProviderCalls();

    private final Log log = new Log();

    /** Writes down everything that is logged. */
    private static final class Log extends Handler {

        final List<String> lines = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeEach
    void read_the_log() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void let_the_log_be() {
        Logger.getLogger("").removeHandler(log);
    }

    /** A server that writes these bytes to whoever asks. @param gone completes when a connection is closed */
    private CallReply answer(Buffer bytes, CompletableFuture<Void> gone) throws InterruptedException {
        NetServer server = calls.vertx
                .createNetServer()
                .connectHandler(socket -> {
                    socket.closeHandler(gone::complete);
                    socket.handler(request -> socket.write(bytes));
                })
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return calls.call(at("http://127.0.0.1:" + server.actualPort() + "/v1"), Samples.task());
    }

    private CallReply answer(String text) throws Exception {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        CallReply reply = answer(Buffer.buffer(text), gone);
        gone.get(30, TimeUnit.SECONDS);
        return reply;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary mail.example ESMTP\r\n\r\n",
                "HTTP/1.1 canary OK\r\n\r\n",
                "HTTP/9.9 200 canary\r\n\r\n",
                "HTTP/1.1 200 OK\r\ncontent-length: canary\r\n\r\n{}"
            })
    void what_is_not_http_is_malformed_and_not_logged(String text) throws Exception {
        // When
        CallReply reply = answer(text);

        // Then
        assertThat(failure(reply))
                .extracting(Outcome.Failed::kind, Outcome.Failed::message)
                .containsExactly(FailureKind.MALFORMED, "what the provider sent is not proper HTTP");
        assertThat(log.lines).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void what_follows_a_whole_answer_is_not_logged() throws Exception {
        // Given
        String body = FakeProvider.completion("8");

        // When
        CallReply reply = answer("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: " + body.length()
                + "\r\n\r\n" + body + "canary and more\r\n\r\n");

        // Then
        assertThat(reply.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(log.lines).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void large_headers_are_taken_and_too_large_ones_are_named_with_the_setting() throws Exception {
        // Given
        calls.settings.put("workers.max-headers", "20K");

        // When
        CallReply large = calls.call(
                (request, body) -> request.response()
                        .putHeader("x-large", "h".repeat(19_000))
                        .end(FakeProvider.completion("8")),
                Samples.task());
        CallReply tooLarge = calls.call(
                (request, body) -> request.response()
                        .putHeader("x-large", "h".repeat(21_000))
                        .end(FakeProvider.completion("8")),
                Samples.task());

        // Then
        assertThat(large.outcome()).isInstanceOf(Outcome.Answered.class);
        assertThat(failure(tooLarge))
                .extracting(Outcome.Failed::kind, Outcome.Failed::message)
                .containsExactly(
                        FailureKind.MALFORMED,
                        "the response's headers are larger than this worker takes (workers.max-headers)");
    }

    @Test
    void an_answer_in_another_encoding_is_named() throws Exception {
        // Given
        Buffer whole = Buffer.buffer(FakeProvider.completion("déjà vu").getBytes(StandardCharsets.ISO_8859_1));
        Buffer event = Buffer.buffer(ProviderCalls.delta("déjà vu").getBytes(StandardCharsets.ISO_8859_1));
        PromptTask streamed = Samples.streamed(Samples.task());

        // When
        CallReply reply = calls.call((request, body) -> request.response().end(whole), Samples.task());
        CallReply stream = calls.call(
                (request, body) -> ProviderCalls.eventStream(request.response()).end(event), streamed);

        // Then
        assertThat(failure(reply).message())
                .isEqualTo("the response is not a chat completion: it is not in UTF-8, as JSON has to be");
        assertThat(failure(stream).message())
                .isEqualTo("an event of the stream is not a chunk of a chat completion:"
                        + " it is not in UTF-8, as JSON has to be");
    }
}
