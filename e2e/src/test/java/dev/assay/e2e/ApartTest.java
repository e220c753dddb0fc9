package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.standalone.embedded.EmbeddedDatabase;
import dev.assay.standalone.embedded.EmbeddedKafka;
import dev.assay.standalone.embedded.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The five services and the simulator as six processes on one broker and one database, each killed once. */
class ApartTest {

    private static final String KEY = "ask_000000000001_000000000000000000000000000000000000000000000001";
    private static final String TOKEN = "internal-token-of-this-test";
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final int SAMPLES = 480;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Process> processes = new LinkedHashMap<>();
    private EmbeddedKafka kafka;
    private EmbeddedDatabase database;

    @BeforeEach
    void startBrokerAndDatabase() throws IOException {
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), FreePort.any());
        database = EmbeddedDatabase.start(folder.resolve("postgres"), FreePort.any());
        for (String module : List.of("simulator", "cost-service", "api-gateway", "orchestrator", "workers", "scorer")) {
            ports.put(module, FreePort.any());
        }
    }

    @AfterEach
    void stopAll() throws IOException {
        processes.values().forEach(Process::destroyForcibly);
        kafka.close();
        database.close();
    }

    @Test
    void an_evaluation_survives_the_loss_of_each_service_in_turn() throws Exception {
        // Given
        for (String module : ports.keySet()) {
            start(module);
        }
        for (String module : ports.keySet()) {
            awaitReady(module);
        }
        String run = submit();

        // When
        int answered = 40;
        for (String module : List.of("workers", "scorer", "cost-service", "orchestrator", "api-gateway")) {
            awaitAnswered(run, answered);
            answered += 40;
            processes.get(module).destroyForcibly().waitFor();
            start(module);
            awaitReady(module);
        }
        await().atMost(LONG).pollInterval(Duration.ofMillis(200)).until(() -> isFinal(run));

        // Then
        JsonNode view = get("api-gateway", "/api/v1/runs/" + run);
        assertThat(view.get("state").asText()).isEqualTo("COMPLETE");
        assertThat(view.at("/progress/answered").asInt()).isEqualTo(SAMPLES);
        assertThat(view.at("/progress/scored").asInt()).isEqualTo(SAMPLES);
        // A call that was repeated after a crash may end, and be charged, after the run did.
        await().atMost(LONG).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            JsonNode totals = get("api-gateway", "/api/v1/runs/" + run + "/charges?limit=1")
                    .get("totals");
            JsonNode calls = get("simulator", "/simulator/calls?run=" + run);
            // Entries of calls that the provider never saw are void, and not among these.
            assertThat(totals.get("calls").asInt())
                    .as("ledger entries %s, calls %s", totals, calls)
                    .isEqualTo(calls.get("calls").asInt());
            assertThat(totals.get("unconfirmed").asInt()).as("unconfirmed").isZero();
        });
    }

    private void start(String module) throws IOException {
        List<String> properties = new ArrayList<>(List.of(
                "-Dkafka.bootstrap.servers=" + kafka.bootstrapServers(),
                "-Dassay.postgres.url=" + database.jdbcUrl(),
                "-Dassay.postgres.username=" + database.username(),
                "-Dassay.postgres.password=" + database.password(),
                "-Dassay.internal.token=" + TOKEN,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=" + ports.get(module)));
        switch (module) {
            case "simulator" -> properties.add("-Dsimulator.data-dir=" + folder.resolve("simulator"));
            case "workers" -> properties.add("-Dworkers.slots=4");
            case "api-gateway" -> {
                properties.add("-Dgateway.admin-key=" + KEY);
                properties.add("-Dgateway.key-pepper=pepper-of-this-test");
                properties.add("-Dgateway.simulator-enabled=true");
                properties.add("-Dgateway.simulator-url=" + url("simulator") + "/simulator/v1");
                properties.add("-Dgateway.cost-url=" + url("cost-service"));
            }
            default -> {}
        }
        processes.put(module, JavaProcess.start(module, folder.resolve(module + ".txt"), properties, List.of()));
    }

    private void awaitReady(String module) {
        String path = module.equals("simulator") ? "/simulator/models" : "/q/health/ready";
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> {
                    assertThat(processes.get(module).isAlive()).isTrue();
                    return status(url(module) + path) == 200;
                });
    }

    private String submit() throws IOException, InterruptedException {
        String spec = "name: apart\nbenchmark: assay-core\nmodels: [sim-50ms]\n";
        HttpResponse<String> response = http.send(
                request(url("api-gateway") + "/api/v1/runs")
                        .header("Content-Type", "application/yaml")
                        .POST(HttpRequest.BodyPublishers.ofString(spec))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return new ObjectMapper().readTree(response.body()).get("id").asText();
    }

    private void awaitAnswered(String run, int atLeast) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> get("api-gateway", "/api/v1/runs/" + run)
                                .at("/progress/answered")
                                .asInt()
                        >= atLeast);
    }

    private boolean isFinal(String run) throws IOException, InterruptedException {
        String state = get("api-gateway", "/api/v1/runs/" + run).get("state").asText();
        return Set.of("COMPLETE", "PARTIAL", "FAILED", "CANCELLED").contains(state);
    }

    private JsonNode get(String module, String path) throws IOException, InterruptedException {
        HttpResponse<String> response =
                http.send(request(url(module) + path).GET().build(), HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private int status(String url) throws IOException, InterruptedException {
        return http.send(request(url).GET().build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + KEY);
    }

    private String url(String module) {
        return "http://127.0.0.1:" + ports.get(module);
    }
}
