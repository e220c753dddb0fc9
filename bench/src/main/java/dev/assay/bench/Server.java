package dev.assay.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A server in a folder of its own, started for one measurement and removed afterwards. */
final class Server implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    private final Path data;
    private final Process process;
    private final JsonNode address;
    private final HttpClient http = HttpClient.newHttpClient();

    private Server(Path data, Process process, JsonNode address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    static Server start(String... options) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("assay-bench");
        List<String> command = new ArrayList<>();
        command.add(environment("ASSAY_JAVA"));
        command.addAll(Arrays.asList(environment("ASSAY_SERVER_OPTIONS").strip().split("\\R+")));
        command.addAll(List.of("-jar", environment("ASSAY_SERVER_JAR"), "--quiet", "--port", "0", "--data"));
        command.add(data.toString());
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("out.txt").toFile())
                .start();
        Path file = data.resolve("assay.json");
        long until = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.exists(file)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("the server ended: " + Files.readString(data.resolve("out.txt")));
            }
            if (System.nanoTime() > until) {
                process.destroy();
                throw new IOException("the server did not become ready");
            }
        }
        return new Server(data, process, JSON.readTree(Files.readAllBytes(file)));
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: start this by ./assay bench");
        }
        return value;
    }

    Processes processes() {
        return new Processes(process.pid(), data);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path)).GET());
    }

    JsonNode post(String path, String type, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI uri(String path) {
        return URI.create(address.get("url").asText() + path);
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request.header(
                                "Authorization",
                                "Bearer " + address.get("adminKey").asText())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("status " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
