package dev.assay.standalone.start;

import dev.assay.standalone.embedded.EmbeddedDatabase;
import dev.assay.standalone.embedded.EmbeddedKafka;
import dev.assay.standalone.embedded.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.logging.LogManager;
import java.util.random.RandomGenerator;

/** The started broker and database, and the ports that were chosen. */
record Installation(
        DataFolder folder, Secrets secrets, Ports ports, EmbeddedKafka kafka, EmbeddedDatabase database, int httpPort) {

    private static final System.Logger LOG = System.getLogger(Installation.class.getName());

    static Installation start(DataFolder folder, Secrets secrets, int httpPort, RandomGenerator random)
            throws IOException {
        // Broker and database start at once and both log. Whoever logs first sets logging up, and two who do so at a
        // time wait for each other's classes for ever: so it is set up before there are two.
        LogManager.getLogManager();
        // It would hold the port that is to be taken again.
        EmbeddedDatabase.stopLeftBehind(folder.postgres());
        Ports ports = Ports.of(folder.portsFile(), random, FreePort::isFree);
        ports.moved()
                .forEach(moved -> LOG.log(
                        System.Logger.Level.INFO,
                        "A port is in use; another one is taken from now on. of={0} port={1,number,#} before={2,number,#}",
                        moved.name(),
                        moved.now(),
                        moved.before()));
        CompletableFuture<EmbeddedDatabase> database = CompletableFuture.supplyAsync(() -> {
            try {
                return EmbeddedDatabase.start(folder.postgres(), ports.database());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        EmbeddedKafka kafka;
        try {
            kafka = EmbeddedKafka.start(folder.kafka(), ports.broker());
        } catch (IOException | RuntimeException e) {
            abandon(database, e);
            throw e instanceof IOException io ? io : new IOException("the broker does not start: " + e.getMessage(), e);
        }
        try {
            return new Installation(folder, secrets, ports, kafka, database.join(), httpPort);
        } catch (CompletionException e) {
            kafka.close();
            throw e.getCause() instanceof UncheckedIOException io ? io.getCause() : new IOException(e);
        }
    }

    /** A database is a process of its own, and must not outlive a start that failed. */
    private static void abandon(CompletableFuture<EmbeddedDatabase> database, Exception cause) {
        try {
            database.join().close();
        } catch (IOException | CompletionException e) {
            cause.addSuppressed(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + httpPort;
    }

    /** Services are told where things are by system properties, which outrank their own defaults. */
    void tellServices(Options options) {
        set("kafka.bootstrap.servers", kafka.bootstrapServers());
        // Broker and clients share this machine's few cores: compressing would cost more than the bytes it saves.
        set("kafka.publisher.compression", "none");
        // For the same reason requests should be few: what waits a little longer goes with more others.
        set("kafka.publisher.linger", "15ms");
        set("assay.postgres.url", database.jdbcUrl());
        set("assay.postgres.username", database.username());
        set("assay.postgres.password", database.password());
        set("assay.internal.token", secrets.internalToken());
        set("quarkus.http.host", "127.0.0.1");
        set("quarkus.http.port", String.valueOf(httpPort));
        set("gateway.admin-key", secrets.adminKey());
        set("gateway.key-pepper", secrets.keyPepper());
        set("gateway.simulator-enabled", "true");
        int simulatorPort = FreePort.any();
        set("simulator.port", String.valueOf(simulatorPort));
        set("gateway.simulator-url", "http://127.0.0.1:" + simulatorPort + "/simulator/v1");
        set("gateway.cost-url", url());
        set("simulator.data-dir", folder.simulator().toString());
        set("quarkus.log.file.path", folder.logFile().toString());
        if (options.platform != null) {
            set("gateway.platform-file", options.platform.toAbsolutePath().toString());
        }
        if (options.simulatorModels != null) {
            set(
                    "simulator.models-file",
                    options.simulatorModels.toAbsolutePath().toString());
        }
        if (options.slots != null) {
            set("workers.slots", String.valueOf(Math.max(1, options.slots)));
            set("workers.enabled", String.valueOf(options.slots > 0));
        }
    }

    private static void set(String name, String value) {
        System.setProperty(name, value);
    }

    /** Calls come first from here on: what is measured of a call should be the provider's time and not a queue's here. */
    void giveWayToCalls() throws IOException {
        kafka.giveWay();
        database.giveWay();
    }

    void stopBroker() {
        kafka.close();
    }

    void stopDatabase() throws IOException {
        database.close();
    }
}
