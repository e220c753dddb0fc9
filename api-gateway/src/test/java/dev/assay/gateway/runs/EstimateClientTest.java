package dev.assay.gateway.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.money.Money;
import dev.assay.gateway.access.Secret;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.problem.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EstimateClientTest {

    private static final String ANSWER = """
            {"priceBook": "pb-1", "expected": {"currency": "USD", "amount": "1.5"},
             "low": {"currency": "USD", "amount": "1"}, "high": {"currency": "USD", "amount": "2"},
             "inputTokens": 10, "outputTokens": 5, "basis": "past calls", "unpriced": [],
             "perModel": [{"model": "sim-large", "expected": {"currency": "USD", "amount": "1.5"},
                           "low": {"currency": "USD", "amount": "1"}, "high": {"currency": "USD", "amount": "2"},
                           "inputTokens": 10, "outputTokens": 5, "basis": "past calls"}]}
            """;

    private final Samples samples = new Samples(1, "sim-large");
    private HttpServer server;
    private volatile int status = 200;
    private volatile String answer = ANSWER;
    private volatile String asked = "";
    private volatile String token = "";

    @BeforeEach
    void a_cost_service() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/internal/cost/estimates", exchange -> {
            asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            token = exchange.getRequestHeaders().getFirst("X-Assay-Internal");
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Estimate estimate() {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new EstimateClient(address, Duration.ofSeconds(5), Optional.of(new Secret("a-token-for-tests")))
                .estimate(samples.definition(10, 3), List.of("What is 1+1?"));
    }

    @Test
    void the_run_is_described_and_the_answer_is_read() throws IOException {
        // When
        Estimate estimate = estimate();

        // Then
        assertThat(estimate.expected()).isEqualTo(Money.usd("1.5"));
        assertThat(estimate.perModel()).singleElement().extracting("low").isEqualTo(Money.usd("1"));
        assertThat(token).isEqualTo("a-token-for-tests");
        JsonNode question = EventJson.mapper().readTree(asked);
        assertThat(question.at("/models/0/model").asText()).isEqualTo("sim-large");
        assertThat(question.at("/samplesPerModel").asInt()).isEqualTo(30);
        assertThat(question.at("/prompts/0").asText()).isEqualTo("What is 1+1?");
        assertThat(question.at("/priceBook").asText()).isEqualTo("pb-1");
    }

    @Test
    void a_cost_service_that_refuses_fails_or_is_away_means_to_try_again_later() {
        // When / Then
        status = 500;
        assertUnavailable();
        status = 200;
        answer = "{}";
        assertUnavailable();
        server.stop(0);
        assertUnavailable();
    }

    private void assertUnavailable() {
        assertThatThrownBy(this::estimate).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(503);
            assertThat(refusal.problem().detail()).contains("cost service").contains("try again");
        });
    }
}
