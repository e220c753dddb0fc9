package dev.assay.workers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A broker for the tests of the whole application. */
public final class BrokerResource implements QuarkusTestResourceLifecycleManager {

    private Path folder;
    private TestBroker broker;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("workers-broker");
            broker = TestBroker.start(folder);
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not start", e);
        }
        return Map.of(
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "workers.id", "worker-app",
                "workers.slots", "16",
                "workers.drain-time", "PT5S",
                "quarkus.http.test-port", "0");
    }

    @Override
    public void stop() {
        broker.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
