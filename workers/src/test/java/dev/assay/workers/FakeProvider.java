package dev.assay.workers;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.registry.Connection;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A provider on a port of its own that answers as a test says, and remembers what it was asked. */
public final class FakeProvider implements AutoCloseable {

    /** Answers one request whose body has been read. */
    @FunctionalInterface
    public interface Behaviour {

        void answer(HttpServerRequest request, Buffer body);
    }

    public record Asked(String method, String uri, @Nullable String authorization, String body) {}

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final HttpServer server;

    public FakeProvider(Vertx vertx, Behaviour behaviour) {
        this.server = vertx.createHttpServer()
                .connectionHandler(connection -> connections.incrementAndGet())
                .requestHandler(request -> request.body().onSuccess(body -> {
                    asked.add(new Asked(
                            request.method().name(),
                            request.uri(),
                            request.getHeader("authorization"),
                            body.toString()));
                    behaviour.answer(request, body);
                }))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** Answers with a whole chat completion. */
    public static Behaviour saying(String text) {
        return (request, body) ->
                request.response().putHeader("content-type", "application/json").end(completion(text));
    }

    public static String completion(String text) {
        return """
                {"id":"c-1","object":"chat.completion","choices":[{"index":0,"message":{"role":"assistant",\
                "content":"%s"},"finish_reason":"stop"}],"usage":{"prompt_tokens":9,"completion_tokens":3,\
                "total_tokens":12}}""".formatted(text);
    }

    public int port() {
        return server.actualPort();
    }

    public List<Asked> asked() {
        return asked;
    }

    public int connections() {
        return connections.get();
    }

    public Connection connection() {
        return connection(Connection.Kind.OPENAI, null);
    }

    public Connection connection(Connection.Kind kind, @Nullable String keyFile) {
        return new Connection(
                new ConnectionId("sim"), kind, URI.create("http://127.0.0.1:" + port() + "/v1"), null, keyFile);
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
