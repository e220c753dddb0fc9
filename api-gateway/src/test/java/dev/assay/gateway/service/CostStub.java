package dev.assay.gateway.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.json.EventJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** Answers estimates as the cost service does: here 0.01 USD a sample, give or take a half. */
final class CostStub {

    private final HttpServer server;
    private final AtomicReference<String> lastRequest = new AtomicReference<>("");

    private CostStub(HttpServer server) {
        this.server = server;
    }

    static CostStub start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        CostStub stub = new CostStub(server);
        server.createContext("/internal/cost/estimates", stub::answer);
        server.start();
        return stub;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        lastRequest.set(request);
        if (!GatewaySurroundings.INTERNAL_TOKEN.equals(
                exchange.getRequestHeaders().getFirst("X-Assay-Internal"))) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        var question = EventJson.mapper().readTree(request);
        long samples = question.get("samplesPerModel").asLong()
                * question.get("models").size();
        String text = """
                {"priceBook": "pb-1", "expected": {"currency": "USD", "amount": "%s"},
                 "low": {"currency": "USD", "amount": "%s"}, "high": {"currency": "USD", "amount": "%s"},
                 "inputTokens": %d, "outputTokens": %d, "perModel": [], "basis": "a stub", "unpriced": []}
                """.formatted(samples * 0.01, samples * 0.005, samples * 0.015, samples * 10, samples * 5);
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void stop() {
        server.stop(0);
    }
}
