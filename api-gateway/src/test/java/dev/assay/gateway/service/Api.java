package dev.assay.gateway.service;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Talks to the gateway as somebody with a key would. Every answer is one that OpenAPI's document describes. */
final class Api {

    private static final String DESCRIPTION = "/q/openapi?format=json";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI address;
    private final List<String> headers;
    private Described described;

    private Api(URI address, List<String> headers) {
        this.address = address;
        this.headers = headers;
    }

    static Api anonymous(URI address) {
        return new Api(address, List.of());
    }

    Api with(String... more) {
        List<String> all = new ArrayList<>(headers);
        all.addAll(List.of(more));
        return new Api(address, all);
    }

    Api as(String key) {
        return new Api(address, List.of("Authorization", "Bearer " + key));
    }

    /** An answer. */
    record Answer(int status, String type, String text, HttpResponse<String> response) {

        JsonNode json() {
            try {
                return EventJson.mapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + text, e);
            }
        }

        String at(String pointer) {
            return json().at(pointer).asText();
        }
    }

    private Described described() {
        if (described == null) {
            described = Described.by(get(DESCRIPTION).text());
        }
        return described;
    }

    Answer get(String path) {
        return send("GET", path, null, null);
    }

    Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    Answer post(String path, String type, String body) {
        return send("POST", path, type, body);
    }

    Answer postJson(String path, String body) {
        return send("POST", path, "application/json", body);
    }

    Answer send(String method, String path, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Answer answer = new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body(),
                    response);
            if (!path.startsWith(DESCRIPTION)) {
                described().check(method, path, answer);
            }
            return answer;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
