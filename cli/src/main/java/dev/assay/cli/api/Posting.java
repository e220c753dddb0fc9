package dev.assay.cli.api;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to send.
 *
 * @param path from the server's root, with a query, encoded
 */
public record Posting(String path, BodyPublisher body, Map<String, String> headers) {

    public Posting {
        headers = Map.copyOf(headers);
    }

    public static Posting of(String path, BodyPublisher body, String type) {
        return new Posting(path, body, Map.of("Content-Type", type));
    }

    public static Posting text(String path, String body, String type) {
        return of(path, BodyPublishers.ofString(body, StandardCharsets.UTF_8), type);
    }

    static Posting json(String path, String body) {
        return text(path, body, "application/json");
    }

    public Posting with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Posting(path, body, more);
    }
}
