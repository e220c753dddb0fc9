package dev.assay.standalone.embedded;

import dev.assay.contracts.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;

/** A broker and controller in this JVM, on the loopback address, with all topics of Assay. */
public final class EmbeddedKafka implements AutoCloseable {

    private final KafkaRaftServer server;
    private final ThreadGroup threads;
    private final int port;

    private EmbeddedKafka(KafkaRaftServer server, ThreadGroup threads, int port) {
        this.server = server;
        this.threads = threads;
        this.port = port;
    }

    /**
     * Starts a broker whose data is in the folder, and creates the topics that are missing.
     *
     * @param port where it listens; another free one is taken for its controller
     */
    public static EmbeddedKafka start(Path folder, int port) throws IOException {
        Files.createDirectories(folder);
        Properties settings = settings(folder, port, FreePort.any());
        format(folder, settings);
        // Threads belong to the group of the one that makes them: so the broker's can be told from all others.
        ThreadGroup threads = new ThreadGroup("broker");
        CompletableFuture<KafkaRaftServer> started = CompletableFuture.supplyAsync(
                () -> startServer(settings), start -> new Thread(threads, start, "broker-start").start());
        try {
            EmbeddedKafka kafka = new EmbeddedKafka(started.join(), threads, port);
            kafka.createTopics();
            return kafka;
        } catch (CompletionException e) {
            throw new IOException("the broker does not start: " + e.getMessage(), e);
        }
    }

    private static KafkaRaftServer startServer(Properties settings) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return server;
    }

    /** From now on the broker's threads run when others of this process do not want to, if the JVM heeds priorities. */
    public void giveWay() {
        threads.setMaxPriority(Thread.MIN_PRIORITY);
        // Threads come and go meanwhile; those that come have it from those that made them.
        Thread[] alive = new Thread[2 * threads.activeCount()];
        int count = threads.enumerate(alive);
        for (int i = 0; i < count; i++) {
            alive[i].setPriority(Thread.MIN_PRIORITY);
        }
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties settings = new Properties();
        settings.putAll(Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + controllerPort),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("log.dirs", folder.resolve("log").toString()),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0")));
        settings.putAll(takeoverWithinSeconds());
        settings.putAll(sizedForOneMachine());
        settings.putAll(soonReadAgain());
        return settings;
    }

    /** A dead worker's tasks are with another one after ten seconds instead of 45. */
    private static Map<String, String> takeoverWithinSeconds() {
        return Map.of(
                "group.consumer.min.session.timeout.ms", "10000",
                "group.consumer.session.timeout.ms", "10000",
                "group.consumer.min.heartbeat.interval.ms", "1000",
                "group.consumer.heartbeat.interval.ms", "1000",
                "group.min.session.timeout.ms", "6000");
    }

    /**
     * After a kill the newest part of every log is read from its beginning before the broker starts, and the offsets of
     * consumers are read at each start.
     */
    private static Map<String, String> soonReadAgain() {
        return Map.of("log.segment.bytes", "16777216", "offsets.topic.segment.bytes", "16777216");
    }

    private static Map<String, String> sizedForOneMachine() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "log.cleaner.dedupe.buffer.size", "8388608",
                "log.index.size.max.bytes", "1048576",
                "message.max.bytes", "4194304",
                "replica.fetch.max.bytes", "4194304");
    }

    private static void format(Path folder, Properties settings) throws IOException {
        Path file = folder.resolve("server.properties");
        // As bytes: a folder's umlauts are escaped, as the tool that reads the file expects it.
        try (OutputStream bytes = Files.newOutputStream(file)) {
            settings.store(bytes, "Written at each start; not to be edited.");
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] arguments = {
            "format", "--ignore-formatted", "--cluster-id", clusterId(folder), "--config", file.toString()
        };
        int status = StorageTool.execute(arguments, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException(
                    "the broker's folder could not be formatted: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** What the formatted folder says counts, even if our own note of it got lost. */
    private static String clusterId(Path folder) throws IOException {
        Path formatted = folder.resolve("log/meta.properties");
        if (Files.exists(formatted)) {
            Properties meta = new Properties();
            try (InputStream bytes = Files.newInputStream(formatted)) {
                meta.load(bytes);
            }
            String id = meta.getProperty("cluster.id", "");
            if (!id.isBlank()) {
                return id;
            }
        }
        Path file = folder.resolve("cluster-id");
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    private void createTopics() throws IOException {
        List<NewTopic> wanted = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            wanted.add(new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(configuration(topic)));
        }
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()))) {
            for (var creation : admin.createTopics(wanted).values().values()) {
                awaitCreation(creation);
            }
        }
    }

    private static void awaitCreation(org.apache.kafka.common.KafkaFuture<Void> creation) throws IOException {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("a topic could not be created", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while topics were created", e);
        }
    }

    private static Map<String, String> configuration(Topic topic) {
        String retention = String.valueOf(topic.retention().toMillis());
        return topic.compacted()
                ? Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.DELETE_RETENTION_MS_CONFIG,
                        retention)
                : Map.of(TopicConfig.RETENTION_MS_CONFIG, retention);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
