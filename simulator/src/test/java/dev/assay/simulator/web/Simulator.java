package dev.assay.simulator.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A client of the simulator under test. */
final class Simulator implements AutoCloseable {

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;

    Simulator(URI base) {
        this.base = base;
    }

    HttpResponse<String> complete(Map<String, ?> body) {
        return await(completeLater(body));
    }

    CompletableFuture<HttpResponse<String>> completeLater(Map<String, ?> body) {
        return http.sendAsync(
                request("/simulator/v1/chat/completions")
                        .POST(HttpRequest.BodyPublishers.ofString(json(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String body) {
        return await(http.sendAsync(
                request("/simulator/v1/chat/completions")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> judge(Map<String, ?> body) {
        return judge(json(body));
    }

    HttpResponse<String> judge(String body) {
        return await(http.sendAsync(
                request("/simulator/v1/completions")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> put(String path, String body) {
        return await(http.sendAsync(
                request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString()));
    }

    HttpResponse<String> get(String path) {
        return await(http.sendAsync(request(path).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    JsonNode calls(String run) {
        return read(get("/simulator/calls?run=" + encoded(run)).body());
    }

    JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data of each event of a stream. */
    static List<String> events(String body) {
        return body.lines()
                .filter(line -> !line.isEmpty())
                .map(line -> line.substring("data: ".length()))
                .toList();
    }

    static Map<String, Object> user(String content) {
        return Map.of("role", "user", "content", content);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(30));
    }

    private String json(Object body) {
        try {
            return mapper.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
