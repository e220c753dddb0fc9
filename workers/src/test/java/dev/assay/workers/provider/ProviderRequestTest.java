package dev.assay.workers.provider;

import static dev.assay.workers.provider.ProviderCalls.at;
import static dev.assay.workers.provider.ProviderCalls.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.run.GenerationParameters;
import dev.assay.workers.FakeProvider;
import dev.assay.workers.Samples;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What goes to a provider, over which connections, and what does not. */
@Timeout(60)
class ProviderRequestTest {

    @RegisterExtension
    final ProviderCalls calls = new ProviderCalls();

    @Test
    void the_request_holds_what_was_asked_and_nothing_that_was_not() throws Exception {
        // Given
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));
        GenerationParameters parameters = new GenerationParameters(
                new BigDecimal("0.70"),
                null,
                99,
                List.of("\n\n", "END"),
                7L,
                false,
                Map.of("top_k", 40, "model", "another", "reasoning", Map.of("effort", "low")));

        // When
        calls.call(provider.connection(), Samples.with(Samples.task(), parameters));

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
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));

        // When
        calls.call(provider.connection(Connection.Kind.SIMULATOR, null), Samples.task(5));

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
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));

        // When
        calls.call(provider.connection(Connection.Kind.OPENAI, key.toString()), Samples.task());

        // Then
        assertThat(provider.asked().getFirst().authorization()).isEqualTo("Bearer sk-canary-1234567");
        assertThat(provider.asked().getFirst().body()).doesNotContain("canary");
    }

    @Test
    void without_its_key_nothing_is_called() throws Exception {
        // Given
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));
        Connection connection = new Connection(
                provider.connection().id(),
                Connection.Kind.OPENAI,
                provider.connection().baseUrl(),
                "ASSAY_TEST_NO_SUCH_VARIABLE",
                null);

        // When
        CallReply reply = calls.call(connection, Samples.task());

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
    void a_provider_that_is_not_there_was_not_called() throws Exception {
        // Given
        FakeProvider gone = calls.provider(FakeProvider.saying("8"));
        Connection connection = gone.connection();
        gone.close();

        // When
        CallReply reply = calls.call(connection, Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void a_host_without_an_address_cannot_be_called() throws Exception {
        CallReply reply = calls.call(at("http://no-such-host.invalid/v1"), Samples.task());

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void a_metadata_service_is_never_called() throws Exception {
        CallReply reply = calls.call(at("http://169.254.169.254/latest"), Samples.task());

        assertThat(failure(reply).kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(reply.called()).isFalse();
    }

    @Test
    void private_addresses_can_be_forbidden() throws Exception {
        // Given
        calls.settings.put("workers.allow-private-addresses", "false");
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));

        // When
        CallReply reply = calls.call(provider.connection(), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.NOT_FOUND);
        assertThat(provider.asked()).isEmpty();
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
        HttpServer server = calls.vertx
                .createHttpServer(new HttpServerOptions()
                        .setSsl(true)
                        .setKeyCertOptions(
                                new PfxOptions().setPath(store.toString()).setPassword("not-a-secret")))
                .requestHandler(request -> request.response().end(FakeProvider.completion("8")))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        // When
        CallReply reply = calls.call(at("https://localhost:" + server.actualPort() + "/v1"), Samples.task());

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.CONNECT);
        assertThat(failure(reply).message()).contains("certificate was not accepted");
        assertThat(reply.called()).isFalse();
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void a_prompt_that_is_too_large_is_not_sent() throws Exception {
        // Given
        calls.settings.put("workers.max-prompt", "1K");
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));

        // When
        CallReply reply = calls.call(provider.connection(), Samples.asking(Samples.task(), "x".repeat(2000)));

        // Then
        assertThat(failure(reply).kind()).isEqualTo(FailureKind.TOO_LARGE);
        assertThat(provider.asked()).isEmpty();
    }

    @Test
    void an_aborted_call_is_cancelled_and_its_connection_closed() throws Exception {
        // Given
        var closed = new java.util.concurrent.CompletableFuture<Void>();
        var arrived = new java.util.concurrent.CompletableFuture<Void>();
        FakeProvider provider = calls.provider((request, body) -> {
            request.connection().closeHandler(closed::complete);
            arrived.complete(null);
        });
        RunningCall running = calls.begin(provider.connection(), Samples.task());
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
        calls.settings.put("workers.slots", "1");
        FakeProvider provider = calls.provider((request, body) -> {
            if (body.toString().contains("hang")) {
                return;
            }
            FakeProvider.saying("8").answer(request, body);
        });
        RunningCall first = calls.begin(provider.connection(), Samples.asking(Samples.task(), "hang"));
        await().until(() -> provider.asked().size() == 1);
        CallReply second = calls.call(provider.connection(), Samples.within(Samples.task(), 200));

        // When
        first.abort("over");
        CallReply third = calls.call(provider.connection(), Samples.task());

        // Then
        assertThat(failure(second).kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(second.called()).isFalse();
        assertThat(third.outcome()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void calls_one_after_another_use_one_connection() throws Exception {
        // Given
        FakeProvider provider = calls.provider(FakeProvider.saying("8"));

        // When
        for (int i = 0; i < 20; i++) {
            calls.call(provider.connection(), Samples.task(i));
        }

        // Then
        assertThat(provider.connections()).isEqualTo(1);
        assertThat(provider.asked()).hasSize(20);
    }

    @Test
    void a_connection_that_is_registered_anew_is_used_as_it_is_now() throws Exception {
        // Given
        FakeProvider before = calls.provider(FakeProvider.saying("before"));
        FakeProvider after = calls.provider(FakeProvider.saying("after"));
        calls.call(before.connection(), Samples.task());

        // When
        CallReply reply = calls.call(after.connection(), Samples.task());

        // Then
        assertThat(((Outcome.Answered) reply.outcome()).text()).isEqualTo("after");
    }
}
