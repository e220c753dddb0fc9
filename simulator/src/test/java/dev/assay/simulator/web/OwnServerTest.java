package dev.assay.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OwnServerTest.WithPort.class)
class OwnServerTest {

    @TestHTTPResource("/")
    URI application;

    @Inject
    SimulatorConfig config;

    @Test
    void its_own_server_serves_calls_and_the_statement_of_the_same_log() {
        // Given
        URI own = URI.create("http://127.0.0.1:" + config.port().orElseThrow() + "/");
        Map<String, Object> body = Map.of(
                "model",
                "sim-200ms",
                "messages",
                List.of(Simulator.user("Why?")),
                "assay",
                Map.of("run", "own", "task", "t", "call", "called-there"));
        try (Simulator there = new Simulator(own);
                Simulator here = new Simulator(application)) {
            // When
            HttpResponse<String> response = there.complete(body);
            // Then
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("x-request-id")).contains("called-there");
            JsonNode statement =
                    there.read(there.get("/simulator/calls/called-there").body());
            assertThat(statement.path("state").asText()).isEqualToIgnoringCase("answered");
            assertThat(here.calls("own").path("answered").asInt()).isEqualTo(1);
        }
    }

    public static final class WithPort implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return Map.of("simulator.port", String.valueOf(socket.getLocalPort()));
            } catch (IOException e) {
                throw new IllegalStateException("there is no free port", e);
            }
        }
    }
}
