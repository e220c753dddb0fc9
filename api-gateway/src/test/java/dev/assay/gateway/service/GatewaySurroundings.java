package dev.assay.gateway.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A broker, a database, a platform file and a cost service, for a gateway that runs alone. */
public final class GatewaySurroundings implements QuarkusTestResourceLifecycleManager {

    static final String INTERNAL_TOKEN = "only-for-tests-only";
    static final String ADMIN_KEY = "ask_admin00000_0123456789abcdef0123456789abcdef";

    private static final String PLATFORM = """
            connections:
              - {name: lab-server, kind: openai, baseUrl: "http://models.lab.example/v1", keyEnv: LAB_KEY}
            models:
              - {name: lab-7b, connection: lab-server, model: lab/7b, price: {input: 0, output: 0}}
              - {name: unpriced-7b, connection: lab-server, model: lab/7b}
              - {name: euro-7b, connection: lab-server, model: lab/7b, price: {input: 1, output: 2, currency: EUR}}
            groups:
              - {name: vision-lab, weight: 2, budget: 100 USD}
              - {name: nlp-lab, weight: 1}
            """;

    private TestBroker broker;
    private EmbeddedPostgres postgres;
    private CostStub cost;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("gateway-test");
            Path platform = Files.writeString(folder.resolve("platform.yaml"), PLATFORM);
            broker = TestBroker.start(folder);
            postgres =
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            cost = CostStub.start();
            return Map.ofEntries(
                    Map.entry("kafka.bootstrap.servers", broker.address()),
                    Map.entry("assay.postgres.url", "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres"),
                    Map.entry("assay.postgres.username", "postgres"),
                    Map.entry("assay.postgres.password", "postgres"),
                    Map.entry("assay.internal.token", INTERNAL_TOKEN),
                    Map.entry("gateway.key-pepper", "pepper-for-tests-only"),
                    Map.entry("gateway.admin-key", ADMIN_KEY),
                    Map.entry("gateway.platform-file", platform.toString()),
                    Map.entry("gateway.simulator-enabled", "true"),
                    Map.entry("gateway.simulator-url", "http://127.0.0.1:1/simulator/v1"),
                    Map.entry("gateway.upload-limit", "2M"),
                    Map.entry("gateway.spec-limit", "1M"),
                    Map.entry("gateway.cost-url", cost.address()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            cost.stop();
            broker.stop();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
