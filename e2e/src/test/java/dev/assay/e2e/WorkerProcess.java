package dev.assay.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A worker as a process of its own that joins a server. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;
    private final Path output;

    private WorkerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static WorkerProcess join(ServerProcess server, Path folder, String name, int slots) {
        Path output = folder.resolve(name + ".txt");
        try {
            return new WorkerProcess(
                    JavaProcess.start(
                            "workers",
                            output,
                            List.of(
                                    "-Dkafka.bootstrap.servers=" + server.kafka(),
                                    "-Dquarkus.http.port=0",
                                    "-Dquarkus.http.host=127.0.0.1",
                                    "-Dworkers.id=" + name,
                                    "-Dworkers.slots=" + slots),
                            List.of()),
                    output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it logged so far. */
    List<String> log() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void kill() {
        process.destroyForcibly();
        await().atMost(ServerProcess.LONG).until(() -> !process.isAlive());
    }

    /** As by SIGTERM: it finishes what it does and leaves. */
    void stop() {
        process.destroy();
        await().atMost(ServerProcess.LONG).until(() -> !process.isAlive());
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
