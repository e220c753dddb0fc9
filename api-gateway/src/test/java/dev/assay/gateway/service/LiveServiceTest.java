package dev.assay.gateway.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.Manifest;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Following runs. */
@QuarkusTest
@QuarkusTestResource(GatewaySurroundings.class)
class LiveServiceTest {

    @TestHTTPResource("/")
    URI address;

    @Inject
    Platform platform;

    private Api api;

    @BeforeEach
    void prices() {
        platform.pricesAreThere();
        api = Api.anonymous(address).as(GatewaySurroundings.ADMIN_KEY);
    }

    /** An event as it came over the wire. */
    record Event(String name, JsonNode run) {}

    private final class Following implements AutoCloseable {

        final List<Event> events = new CopyOnWriteArrayList<>();
        volatile boolean over;
        private final Stream<String> lines;

        Following(String path) throws IOException, InterruptedException {
            HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(address.resolve(path))
                                    .header("Authorization", "Bearer " + GatewaySurroundings.ADMIN_KEY)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            lines = response.body();
            Thread.ofVirtual().start(this::read);
        }

        private void read() {
            String[] name = new String[1];
            try {
                lines.forEach(line -> {
                    if (line.startsWith("event:")) {
                        name[0] = line.substring(6).strip();
                    } else if (line.startsWith("data:")) {
                        events.add(new Event(name[0], json(line.substring(5))));
                    }
                });
            } catch (UncheckedIOException e) {
                // The test has closed the stream.
            } finally {
                over = true;
            }
        }

        private static JsonNode json(String text) {
            try {
                return EventJson.mapper().readTree(text);
            } catch (IOException e) {
                throw new AssertionError(text, e);
            }
        }

        @Override
        public void close() {
            lines.close();
        }
    }

    private String submit() {
        return api.post("/api/v1/runs", "text/yaml", "benchmark: assay-smoke\nmodels: [sim-small]\nlimit: 2\n")
                .at("/id");
    }

    @Test
    void a_run_is_followed_from_its_present_state_to_its_end() throws Exception {
        // Given
        String run = submit();
        RunDefinition definition = platform.submitted(run);

        // When
        try (Following following = new Following("/api/v1/runs/" + run + "/events")) {
            await().atMost(Platform.PATIENCE).until(() -> !following.events.isEmpty());
            platform.complete(definition, Manifest.CODE_VERSION);
            await().atMost(Platform.PATIENCE).until(() -> following.over);

            // Then
            assertThat(following.events.getFirst().name()).isEqualTo("run");
            assertThat(following.events.getFirst().run().at("/state").asText()).isEqualTo("PLANNING");
            assertThat(following.events.getLast().name()).isEqualTo("end");
            assertThat(following.events.getLast().run().at("/state").asText()).isEqualTo("COMPLETE");
            assertThat(following.events.getLast().run().at("/progress/answered").asInt())
                    .isEqualTo(2);
        }
    }

    @Test
    void a_run_that_has_ended_is_told_at_once() throws Exception {
        // Given
        String run = submit();
        platform.state(platform.submitted(run), RunState.FAILED, "a test");
        await().atMost(Platform.PATIENCE)
                .until(() -> api.get("/api/v1/runs/" + run).at("/state").equals("FAILED"));

        // When
        try (Following following = new Following("/api/v1/runs/" + run + "/events")) {
            await().atMost(Platform.PATIENCE).until(() -> following.over);

            // Then
            assertThat(following.events).extracting(Event::name).containsExactly("run", "end");
        }
    }

    @Test
    void the_list_is_told_of_runs_that_begin_and_end() throws Exception {
        // Given
        try (Following following = new Following("/api/v1/events")) {
            // When
            String run = submit();
            platform.state(platform.submitted(run), RunState.FAILED, "a test");
            await().atMost(Platform.PATIENCE)
                    .until(() -> following.events.stream()
                            .anyMatch(event -> event.run().at("/id").asText().equals(run)
                                    && event.run().at("/state").asText().equals("FAILED")));

            // Then
            assertThat(following.events).extracting(Event::name).containsOnly("run");
            assertThat(following.over).isFalse();
        }
    }
}
