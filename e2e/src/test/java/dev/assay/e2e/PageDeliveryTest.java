package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageDeliveryTest {

    private static final Pattern SCRIPT = Pattern.compile("/?(assets/main-[^\"]+\\.js)");

    @TempDir
    private static Path folder;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/index.html"})
    void the_page_is_asked_for_again_at_each_visit(String path) throws Exception {
        // When
        HttpResponse<InputStream> response = ask(path);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void a_script_is_named_by_its_content_kept_and_sent_small() throws Exception {
        // Given
        Matcher script = SCRIPT.matcher(text(HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + "/")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())));
        assertThat(script.find()).isTrue();

        // When
        HttpResponse<InputStream> response = ask("/" + script.group(1));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
        assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void live_events_and_exports_come_as_they_are() throws Exception {
        // Given
        String run = server.submit("{name: small, benchmark: assay-core, models: [sim-instant], limit: 5}");
        server.awaitEnd(run);

        // When
        HttpResponse<InputStream> events = ask("/api/v1/runs/" + run + "/events");
        HttpResponse<InputStream> export = ask("/api/v1/runs/" + run + "/export?format=csv");

        // Then
        assertThat(events.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(text(events)).contains("event:end").contains(run);
        assertThat(export.headers().firstValue("Content-Encoding").orElse("identity"))
                .isEqualTo("identity");
        assertThat(text(export).lines()).hasSize(6);
    }

    /** As a browser does: compressed if the server likes. */
    private static HttpResponse<InputStream> ask(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(server.url() + path))
                                .header("Authorization", "Bearer " + server.adminKey())
                                .header("Accept-Encoding", "gzip, deflate")
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
    }

    private static String text(HttpResponse<InputStream> response) throws IOException {
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
