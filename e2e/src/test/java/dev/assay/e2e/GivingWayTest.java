package dev.assay.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.standalone.embedded.EmbeddedDatabase;
import dev.assay.standalone.embedded.EmbeddedKafka;
import dev.assay.standalone.embedded.FreePort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Broker and database run when calls leave them a core. */
class GivingWayTest {

    @TempDir
    private Path folder;

    @Test
    void all_threads_of_the_broker_give_way_and_it_goes_on() throws Exception {
        Set<Thread> others = Thread.getAllStackTraces().keySet();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(folder, FreePort.any())) {
            assertThat(brokerThreads(others))
                    .isNotEmpty()
                    .allMatch(thread -> thread.getPriority() == Thread.NORM_PRIORITY);

            kafka.giveWay();

            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
                assertThat(admin.listTopics().names().get()).contains("outcomes.v1");
            }
            assertThat(brokerThreads(others))
                    .isNotEmpty()
                    .allMatch(thread -> thread.getPriority() == Thread.MIN_PRIORITY);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void all_processes_of_the_database_give_way() throws Exception {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder, FreePort.any());
        try {
            assertThat(niceness(folder)).isNotEmpty().doesNotContain("10");

            database.giveWay();

            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(niceness(folder)).containsOnly("10"));
        } finally {
            database.close();
        }
    }

    /** @param others those of earlier brokers, some of which stay for as long as the JVM does */
    private static List<Thread> brokerThreads(Set<Thread> others) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !others.contains(thread))
                .filter(thread -> {
                    ThreadGroup group = thread.getThreadGroup();
                    return group != null && group.getName().equals("broker");
                })
                .toList();
    }

    private static List<String> niceness(Path folder) throws IOException {
        ProcessHandle server =
                EmbeddedDatabase.pid(folder).flatMap(ProcessHandle::of).orElseThrow();
        String pids = String.join(
                ",",
                Stream.concat(Stream.of(server), server.children())
                        .map(process -> String.valueOf(process.pid()))
                        .toList());
        Process ps = new ProcessBuilder("ps", "-o", "ni=", "-p", pids).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .toList();
    }
}
