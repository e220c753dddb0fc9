package dev.assay.cost.service;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker, a database and a provider that gives statements, for a service that runs alone. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String TOKEN = "only-for-tests";
    /** The provider bills every call that it is asked about with these tokens. */
    static final String STATEMENT = "{\"state\": \"aborted\", \"inputTokens\": 1000, \"outputTokens\": 100}";

    private EmbeddedKafka kafka;
    private EmbeddedPostgres postgres;
    private HttpServer provider;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("cost-service-test");
            kafka = EmbeddedKafka.start(folder);
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            provider.createContext("/simulator/calls/", exchange -> {
                byte[] answer = STATEMENT.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            provider.start();
            Path prices = Files.writeString(
                    folder.resolve("prices.json"),
                    "{\"from-file\": {\"input_cost_per_token\": 5e-6, \"output_cost_per_token\": 6e-6}}");
            return Map.of(
                    "cost.import-file",
                    prices.toString(),
                    "kafka.bootstrap.servers",
                    kafka.bootstrap(),
                    "assay.postgres.url",
                    "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres",
                    "assay.postgres.username",
                    "postgres",
                    "assay.postgres.password",
                    "",
                    "assay.internal.token",
                    TOKEN,
                    "test.provider",
                    "http://127.0.0.1:" + provider.getAddress().getPort() + "/simulator/v1");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            provider.stop(0);
            kafka.close();
            postgres.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
