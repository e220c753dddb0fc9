package dev.assay.e2e;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A standalone server as a process of its own, and its API. */
final class ServerProcess implements AutoCloseable {

    static final Duration LONG = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> FINAL = Set.of("COMPLETE", "PARTIAL", "FAILED", "CANCELLED");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path data;
    private final Process process;
    private final JsonNode address;

    private ServerProcess(Path data, Process process, JsonNode address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    static ServerProcess start(Path data, String... options) {
        List<String> arguments = new ArrayList<>(List.of("--quiet", "--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(options));
        Path addressFile = data.resolve("assay.json");
        try {
            Files.createDirectories(data);
            // One that was killed leaves its address behind.
            Files.deleteIfExists(addressFile);
            Process process = JavaProcess.start("standalone", data.resolve("out.txt"), List.of(), arguments);
            await().atMost(LONG).until(() -> Files.exists(addressFile) || !process.isAlive());
            if (!process.isAlive()) {
                throw new AssertionError("the server ended: " + Files.readString(data.resolve("out.txt")));
            }
            return new ServerProcess(data, process, JSON.readTree(Files.readAllBytes(addressFile)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path addressFile() {
        return data.resolve("assay.json");
    }

    String url() {
        return address.get("url").asText();
    }

    String adminKey() {
        return address.get("adminKey").asText();
    }

    String kafka() {
        return address.get("kafka").asText();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As by kill -9. */
    void kill() {
        process.destroyForcibly();
        await().atMost(LONG).until(() -> !process.isAlive());
    }

    /** As by kill -9 of the server and of every process of its database, which writes nothing more. */
    void killWithDatabase() {
        ProcessHandle database = ProcessHandle.of(databasePid()).orElseThrow();
        List<ProcessHandle> backends = database.descendants().toList();
        process.destroyForcibly();
        database.destroyForcibly();
        backends.forEach(ProcessHandle::destroyForcibly);
        await().atMost(LONG).until(() -> !process.isAlive() && !database.isAlive());
        await().atMost(LONG).until(() -> backends.stream().noneMatch(ProcessHandle::isAlive));
    }

    private long databasePid() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postgres/data/postmaster.pid"))
                    .getFirst()
                    .strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As by SIGTERM; waits until it is gone. */
    void stop() {
        process.destroy();
        await().atMost(LONG).until(() -> !process.isAlive());
    }

    JsonNode get(String path) {
        return json(send(HttpRequest.newBuilder(URI.create(url() + path)).GET()));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Authorization", "Bearer " + adminKey())
                            .timeout(Duration.ofSeconds(60))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String type, String body) {
        return send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    JsonNode postJson(String path, String body) {
        return json(post(path, "application/json", body));
    }

    JsonNode put(String path, String body) {
        return json(send(HttpRequest.newBuilder(URI.create(url() + path))
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))));
    }

    /** Submits a run. @return its id */
    String submit(String spec) {
        return json(post("/api/v1/runs", "application/yaml", spec)).get("id").asText();
    }

    JsonNode run(String id) {
        return get("/api/v1/runs/" + id);
    }

    /** Waits until a run is over. @return the run */
    JsonNode awaitEnd(String id) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> FINAL.contains(run(id).get("state").asText()));
        return run(id);
    }

    /** Waits until some of a run's samples, but not all, are answered. */
    void awaitAnswered(String id, int atLeast) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> run(id).at("/progress/answered").asInt() >= atLeast);
    }

    void awaitJudged(String id, int atLeast) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> run(id).at("/judging/answered").asInt() >= atLeast);
    }

    JsonNode report(String id) {
        return get("/api/v1/runs/" + id + "/report");
    }

    /** All samples of a run, as the export has them. */
    List<JsonNode> export(String id) {
        HttpResponse<String> lines =
                send(HttpRequest.newBuilder(URI.create(url() + "/api/v1/runs/" + id + "/export?format=jsonl"))
                        .GET());
        return lines.body().lines().map(ServerProcess::tree).toList();
    }

    private static JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode simulatorCalls(String id) {
        return get("/simulator/calls?run=" + id);
    }

    JsonNode chargeTotals(String id) {
        return get("/api/v1/runs/" + id + "/charges?limit=1").get("totals");
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            if (response.statusCode() / 100 != 2) {
                throw new AssertionError("status " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            process.destroy();
            try {
                if (!process.waitFor(60, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
