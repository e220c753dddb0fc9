package dev.assay.cli.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.server.Address;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The public API at one address. Thread-safe.
 *
 * <p>Every method throws {@link Refusal} if the server says no, and {@link Unreachable} if it does not answer.
 */
public final class Api {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration LONG_ANSWER = Duration.ofMinutes(10);

    private final Address address;
    private final HttpClient client;
    private final ObjectMapper json = new ObjectMapper();

    public Api(Address address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    public Address address() {
        return address;
    }

    /** @param path from the server's root, with a query, encoded */
    public JsonNode get(String path) {
        return tree(text(request(path).GET().timeout(ANSWER).build()));
    }

    public JsonNode delete(String path) {
        return tree(text(request(path).DELETE().timeout(ANSWER).build()));
    }

    public JsonNode post(String path, JsonNode body) {
        return send(Posting.json(path, body.toString()));
    }

    /** Sends a body that is read as it is sent. */
    public JsonNode send(Posting posting) {
        HttpRequest.Builder request =
                request(posting.path()).timeout(LONG_ANSWER).POST(posting.body());
        posting.headers().forEach(request::header);
        return tree(text(request.build()));
    }

    /** Copies an answer as it comes; returns how many bytes there were. */
    public long download(String path, OutputStream out) throws IOException {
        HttpResponse<InputStream> response =
                exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 300) {
                throw Refusal.of(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            return body.transferTo(out);
        }
    }

    /** Reads an answer of JSON lines as it comes. @throws IOException if it breaks off */
    public void rows(String path, Consumer<JsonNode> each) throws IOException {
        HttpResponse<InputStream> response =
                exchange(request(path).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 300) {
                throw Refusal.of(response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
            }
            try (MappingIterator<JsonNode> rows = json.readerFor(JsonNode.class).readValues(body)) {
                while (rows.hasNextValue()) {
                    each.accept(rows.nextValue());
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address.url() + path));
        return address.key().isEmpty() ? request : request.header("Authorization", "Bearer " + address.key());
    }

    private String text(HttpRequest request) {
        HttpResponse<String> response = exchange(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (response.statusCode() >= 300) {
            throw Refusal.of(response.statusCode(), response.body());
        }
        return response.body();
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            String said = e.getMessage();
            throw new Unreachable(address.url(), said == null ? e.getClass().getSimpleName() : said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.error("Interrupted.");
        }
    }

    private JsonNode tree(String text) {
        try {
            return text.isBlank() ? json.createObjectNode() : json.readTree(text);
        } catch (JsonProcessingException e) {
            throw Failure.error(
                    "The server at " + address.url() + " answered with something that is not JSON.",
                    "Is that Assay? Check --url (ASSAY_URL).");
        }
    }
}
