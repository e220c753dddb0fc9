package dev.assay.workers.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Usage;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.FakeProvider.Behaviour;
import dev.assay.workers.Samples;
import dev.assay.workers.Settings;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.PfxOptions;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OpenAiClientTest {

    private static Vertx vertx;

    private final Map<String, String> settings = new HashMap<>(Map.of("workers.slots", "4"));
    private final List<FakeProvider> open = new ArrayList<>();
    private final AtomicLong memory = new AtomicLong();
    private Providers providers;

    @BeforeAll
    static void startLoops() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopLoops() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void stopServers() {
        open.forEach(FakeProvider::close);
        if (providers != null) {
            providers.close();
        }
    }

    private FakeProvider provider(Behaviour behaviour) {
        FakeProvider provider = new FakeProvider(vertx, behaviour);
        open.add(provider);
        return provider;
    }

    private CallReply call(Connection connection, PromptTask task) throws InterruptedException {
        return begin(connection, task).await();
    }

    private RunningCall begin(Connection connection, PromptTask task) {
        if (providers == null) {
            providers = new Providers(
                    vertx, Settings.with(settings), new WorkerId("worker-7"), Clock.systemUTC(), System::nanoTime);
        }
        return providers.begin(connection, new CallRequest(task, Samples.CALL, 17, memory::addAndGet));
    }

    private CallReply call(Behaviour behaviour, PromptTask task) throws InterruptedException {
        return call(provider(behaviour).connection(), task);
    }

    private static Outcome.Failed failure(CallReply reply) {
        assertThat(reply.outcome()).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) reply.outcome();
    }

    private static HttpServerResponse eventStream(HttpServerResponse response) {
        return response.setChunked(true).putHeader("content-type", "text/event-stream; charset=utf-8");
    }

    private static String delta(String content) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + content + "\"}}]}\n\n";
    }

    private static final String ROLE =
            "data: {\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\n";
    private static final String STOP = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
    private static final String USAGE =
            "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4}}\n\n";
    private static final String DONE = "data: [DONE]\n\n";

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
        CallReply reply = call(answering, Samples.task());

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
    void the_request_holds_what_was_asked_and_nothing_that_was_not() throws Exception {
        // Given
        FakeProvider provider = provider(FakeProvider.saying("8"));
        GenerationParameters parameters = new GenerationParameters(
                new BigDecimal("0.70"),
                null,
                99,
                List.of("\n\n", "END"),
                7L,
                false,
                Map.of("top_k", 40, "model", "another", "reasoning", Map.of("effort", "low")));

        // When
        call(provider.connection(), Samples.with(Samples.task(), parameters));

        // Then
        FakeProvider.Asked asked = provider.asked().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.uri()).isEqualTo("/v1/chat/completions");
        assertThat(asked.authorization()).isNull();
        assertThat(asked.body()).isEqualTo("""
                {"model":"large-1","messages":[{"role":"user","content":"How many legs has a spider?"}],\
                "temperature":0.7,"max_tokens":99,"stop":["\\n\\n","END"],"seed":7,\
                "reasoning":{"effort":"low"},"top_k":40}""");
    }

    @Test
    void only_the_simulator_is_told_what_plants_a_truth() throws Exception {
        // Given
        FakeProvider provider = provider(FakeProvider.saying("8"));

        // When
        call(provider.connection(Connection.Kind.SIMULATOR, null), Samples.task(5));

        // Then
        JsonNode context =
                EventJson.mapper().readTree(provider.asked().getFirst().body()).get("assay");
        assertThat(context.toString()).isEqualTo("""
                {"run":"01jd3x5m8q2v7c9e4k6n0p1r2s","task":"01jd3x5m8q2v7c9e4k6n0p1r2s.0.5.0","attempt":1,\
                "call":"01jd3x5m8q2v7c9e4k6n0p1r2t","item":"item-5","repeat":0,"category":"animals","reference":"8"}""");
    }

    @Test
    void the_key_of_a_file_goes_into_the_header(@TempDir Path folder) throws Exception {
        // Given
        Path key = folder.resolve("key");
        Files.writeString(key, "sk-canary-1234567\n");
        FakeProvider provider = provider(FakeProvider.saying("8"));

        // When
        call(provider.connection(Connection.Kind.OPENAI, key.toString()), Samples.task());

        // Then
        assertThat(provider.asked().getFirst().authorization()).isEqualTo("Bearer sk-canary-1234567");
        assertThat(provider.asked().getFirst().body()).doesNotContain("canary");
    }

    @Test
    void without_its_key_nothing_is_called() throws Exception {
        // Given
        FakeProvider provider = provider(FakeProvider.saying("8"));
        Connection connection = new Connection(
                provider.connection().id(),
                Connection.Kind.OPENAI,
                provider.connection().baseUrl(),
                "ASSAY_TEST_NO_SUCH_VARIABLE",
                null);

        // When
        CallReply reply = call(connection, Samples.task());

        // Then
        assertThat(failure(reply))
                .isEqualTo(new Outcome.Failed(
                        FailureKind.AUTH,
                        "environment variable ASSAY_TEST_NO_SUCH_VARIABLE is not set on worker worker-7",
                        null,
                        null));
        assertThat(reply.called()).isFalse();
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void a_streamed_answer_is_put_together_from_pieces_cut_anywhere() throws Exception {
        // Given
        String stream = ": hello\n\n" + ROLE + delta("Acht 🕷 B") + delta("eine.") + STOP + USAGE + DONE;
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        FakeProvider provider = provider((request, body) -> {
            HttpServerResponse response = eventStream(request.response());
            for (int from = 0; from < bytes.length; from += 7) {
                var unused = response.write(
                        Buffer.buffer(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + 7))));
            }
            var unused = response.end();
        });

        // When
        CallReply reply = call(provider.connection(), Samples.streamed(Samples.task()));

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
        FakeProvider provider = provider((request, body) -> {
            HttpServerResponse response = eventStream(request.response());
            var unused = response.write(delta("8") + STOP + DONE);
            // The end of the response comes later than the end of the answer.
            vertx.setTimer(50, timer -> response.end());
        });

        // When
        Outcome first =
                call(provider.connection(), Samples.streamed(Samples.task())).outcome();
        vertx.timer(200, TimeUnit.MILLISECONDS)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        Outcome second =
                call(provider.connection(), Samples.streamed(Samples.task())).outcome();

        // Then
        assertThat(first).isEqualTo(new Outcome.Answered("8", "stop", new Usage(7, 0, 1, 0, true)));
        assertThat(second).isEqualTo(first);
        assertThat(provider.connections()).isEqualTo(1);
    }

    @Test
    void reasoning_is_not_part_of_the_answer() throws Exception {
        // When
        CallReply reply = call(
                (request, body) -> eventStream(request.response())
                        .end("data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"Spiders...\"}}]}\n\n" + delta("8")
                                + STOP + DONE),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("8");
    }

    @Test
    void a_server_that_does_not_stream_though_it_was_asked_to_is_understood() throws Exception {
        CallReply reply = call(FakeProvider.saying("8"), Samples.streamed(Samples.task()));

        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("8", "stop", Usage.of(9, 3)));
        assertThat(reply.timings().firstTokenMicros()).isNull();
    }

    @Test
    void a_stream_that_is_cut_is_no_answer() throws Exception {
        // When
        CallReply reply = call(
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
        CallReply reply = call(
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
        CallReply reply = call((request, body) -> request.connection().close(), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isTrue();
    }

    @Test
    void a_provider_that_is_not_there_was_not_called() throws Exception {
        // Given
        FakeProvider gone = provider(FakeProvider.saying("8"));
        Connection connection = gone.connection();
        gone.close();

        // When
        CallReply reply = call(connection, Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void a_host_without_an_address_cannot_be_called() throws Exception {
        CallReply reply = call(at("http://no-such-host.invalid/v1"), Samples.task());

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void a_metadata_service_is_never_called() throws Exception {
        CallReply reply = call(at("http://169.254.169.254/latest"), Samples.task());

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void private_addresses_can_be_forbidden() throws Exception {
        // Given
        settings.put("workers.allow-private-addresses", "false");
        FakeProvider provider = provider(FakeProvider.saying("8"));

        // When
        CallReply reply = call(provider.connection(), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(provider.asked()).isEmpty();
    }

    private static Connection at(String url) {
        return new Connection(
                new dev.assay.contracts.id.ConnectionId("far"), Connection.Kind.OPENAI, URI.create(url), null, null);
    }

    @Test
    void a_server_whose_certificate_nobody_vouches_for_is_not_called(@TempDir Path folder) throws Exception {
        // Given
        Path store = folder.resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        "not-a-secret")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assumeThat(keytool.waitFor()).isZero();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(store.toString()).setPassword("not-a-secret")))
                .requestHandler(request -> request.response().end(FakeProvider.completion("8")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        // When
        CallReply reply = call(at("https://localhost:" + server.actualPort() + "/v1"), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(failure(reply).message()).contains("certificate was not accepted");
        assertThat(reply.called()).isFalse();
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_provider_that_hangs_fails_by_the_deadline() throws Exception {
        CallReply reply = call((request, body) -> {}, Samples.within(Samples.task(), 300));

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(reply.timings().totalMicros()).isGreaterThanOrEqualTo(200_000);
    }

    @Test
    void a_stream_that_does_not_begin_fails_by_the_first_token_timeout() throws Exception {
        // Given
        settings.put("workers.first-token-timeout", "PT0.2S");

        // When
        CallReply reply = call(
                (request, body) -> eventStream(request.response()).write(": wait\n\n" + ROLE),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TIMEOUT_FIRST_TOKEN);
    }

    @Test
    void a_stream_that_stands_still_fails_by_the_idle_timeout() throws Exception {
        // Given
        settings.put("workers.idle-timeout", "PT0.2S");

        // When
        CallReply reply = call(
                (request, body) -> eventStream(request.response()).write(delta("The answer")),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TIMEOUT_IDLE);
        assertThat(failure(reply).httpStatus()).isEqualTo(200);
    }

    @Test
    void a_stream_that_drips_steadily_fails_by_the_deadline() throws Exception {
        // Given
        settings.put("workers.idle-timeout", "PT0.25S");

        // When
        CallReply reply = call(
                (request, body) -> {
                    HttpServerResponse response = eventStream(request.response());
                    long drip = vertx.setPeriodic(10, 50, timer -> response.write(delta("x")));
                    response.closeHandler(closed -> vertx.cancelTimer(drip));
                },
                Samples.streamed(Samples.within(Samples.task(), 700)));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.DEADLINE);
    }

    @Test
    void an_answer_that_is_whole_but_whose_stream_hangs_is_an_answer() throws Exception {
        // Given
        settings.put("workers.idle-timeout", "PT0.2S");

        // When
        CallReply reply = call(
                (request, body) -> eventStream(request.response()).write(delta("8") + STOP),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(reply.outcome()).isEqualTo(new Outcome.Answered("8", "stop", new Usage(7, 0, 1, 0, true)));
    }

    @Test
    void a_wrong_key_is_told_without_the_key(@TempDir Path folder) throws Exception {
        // Given
        Path key = folder.resolve("key");
        Files.writeString(key, "canary-key-7");
        FakeProvider provider = provider((request, body) -> request.response()
                .setStatusCode(401)
                .end("{\"error\":{\"message\":\"Incorrect API key provided: canary-key-7.\","
                        + "\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}"));

        // When
        CallReply reply = call(provider.connection(Connection.Kind.OPENAI, key.toString()), Samples.task());

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
        CallReply reply = call(
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
        assertThat(failure(call((request, body) -> request.response().end("<html>"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(call((request, body) -> request.response().end(), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(call((request, body) -> request.response().end("{\"choices\":[]}"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(call((request, body) -> request.response().end("null"), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
    }

    @Test
    void a_malformed_event_and_an_empty_stream_are_malformed() throws Exception {
        PromptTask streamed = Samples.streamed(Samples.task());

        assertThat(failure(call(
                                (request, body) ->
                                        eventStream(request.response()).end(delta("8") + "data: {\"choi\n\n" + DONE),
                                streamed))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
        assertThat(failure(call(
                                (request, body) ->
                                        eventStream(request.response()).end(DONE),
                                streamed))
                        .kind())
                .isEqualTo(FailureKind.MALFORMED);
    }

    @Test
    void what_is_not_http_is_malformed() throws Exception {
        // Given
        NetServer server = vertx.createNetServer()
                .connectHandler(socket -> socket.handler(request -> socket.write("220 mail.example ESMTP\r\n\r\n")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        // When
        CallReply reply = call(at("http://127.0.0.1:" + server.actualPort() + "/v1"), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.MALFORMED);
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void an_error_that_comes_with_status_200_is_an_error() throws Exception {
        // Given
        String error = "{\"error\":{\"message\":\"engine is overloaded\",\"type\":\"overloaded_error\"}}";

        // When
        CallReply whole = call((request, body) -> request.response().end(error), Samples.task());
        CallReply streamed = call(
                (request, body) -> eventStream(request.response()).end(delta("8") + "data: " + error + "\n\n"),
                Samples.streamed(Samples.task()));

        // Then
        assertThat(failure(whole).kind()).isEqualTo(FailureKind.OVERLOADED);
        assertThat(failure(streamed).kind()).isEqualTo(FailureKind.OVERLOADED);
    }

    @Test
    void a_refusal_and_a_filtered_answer_are_refused() throws Exception {
        // When
        CallReply refusal = call(
                (request, body) -> request.response()
                        .end(
                                "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"I will not.\"},"
                                        + "\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":2}}"),
                Samples.task());
        CallReply filtered = call(
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
        CallReply whole = call(FakeProvider.saying(long10M), Samples.task());
        CallReply streamed = call(
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
        settings.put("workers.max-answer", "30");

        // Then
        assertThat(call(FakeProvider.saying("ä".repeat(15)), Samples.task()).outcome())
                .isInstanceOf(Outcome.Answered.class);
        assertThat(failure(call(FakeProvider.saying("ä".repeat(16)), Samples.task()))
                        .kind())
                .isEqualTo(FailureKind.TOO_LARGE);
    }

    @Test
    void a_large_answer_is_told_while_it_comes_in() throws Exception {
        // When
        call(FakeProvider.saying("x".repeat(500_000)), Samples.task());

        // Then
        assertThat(memory).hasValueBetween(450_000L, 510_000L);
    }

    @Test
    void half_a_character_at_the_end_of_an_answer_is_replaced() throws Exception {
        // When
        CallReply reply = call(FakeProvider.saying("8 \\ud83d\\udd77 \\ud83d"), Samples.task());

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("8 🕷 ?");
    }

    @Test
    void a_prompt_that_is_too_large_is_not_sent() throws Exception {
        // Given
        settings.put("workers.max-prompt", "1K");
        FakeProvider provider = provider(FakeProvider.saying("8"));

        // When
        CallReply reply = call(provider.connection(), Samples.asking(Samples.task(), "x".repeat(2000)));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        // Given
        FakeProvider target = provider(FakeProvider.saying("8"));

        // When
        CallReply reply = call(
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

    @Test
    void an_aborted_call_is_cancelled_and_its_connection_closed() throws Exception {
        // Given
        var closed = new java.util.concurrent.CompletableFuture<Void>();
        var arrived = new java.util.concurrent.CompletableFuture<Void>();
        FakeProvider provider = provider((request, body) -> {
            request.connection().closeHandler(closed::complete);
            arrived.complete(null);
        });
        RunningCall running = begin(provider.connection(), Samples.task());
        arrived.join();

        // When
        running.abort("the run was cancelled");

        // Then
        CallReply reply = running.await();
        assertThat(reply.outcome()).isEqualTo(new Outcome.Cancelled("the run was cancelled"));
        assertThat(reply.called()).isTrue();
        closed.join();
    }

    @Test
    void a_connection_that_comes_too_late_for_its_call_serves_the_next() throws Exception {
        // Given
        settings.put("workers.slots", "1");
        FakeProvider provider = provider((request, body) -> {
            if (body.toString().contains("hang")) {
                return;
            }
            FakeProvider.saying("8").answer(request, body);
        });
        RunningCall first = begin(provider.connection(), Samples.asking(Samples.task(), "hang"));
        await().until(() -> provider.asked().size() == 1);
        CallReply second = call(provider.connection(), Samples.within(Samples.task(), 200));

        // When
        first.abort("over");
        CallReply third = call(provider.connection(), Samples.task());

        // Then
        assertThat(failure(second).kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(second.called()).isFalse();
        assertThat(third.outcome()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void calls_one_after_another_use_one_connection() throws Exception {
        // Given
        FakeProvider provider = provider(FakeProvider.saying("8"));

        // When
        for (int i = 0; i < 20; i++) {
            call(provider.connection(), Samples.task(i));
        }

        // Then
        assertThat(provider.connections()).isEqualTo(1);
        assertThat(provider.asked()).hasSize(20);
    }

    @Test
    void a_connection_that_is_registered_anew_is_used_as_it_is_now() throws Exception {
        // Given
        FakeProvider before = provider(FakeProvider.saying("before"));
        FakeProvider after = provider(FakeProvider.saying("after"));
        call(before.connection(), Samples.task());

        // When
        CallReply reply = call(after.connection(), Samples.task());

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("after");
    }
}
