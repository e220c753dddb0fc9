package dev.assay.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** A worker as a process of its own that joins a server. */
final class WorkerProcess implements AutoCloseable {

    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess join(ServerProcess server, Path folder, String name, int slots) {
        try {
            return new WorkerProcess(JavaProcess.start(
                    "workers",
                    folder.resolve(name + ".txt"),
                    List.of(
                            "-Dkafka.bootstrap.servers=" + server.kafka(),
                            "-Dquarkus.http.port=0",
                            "-Dquarkus.http.host=127.0.0.1",
                            "-Dworkers.id=" + name,
                            "-Dworkers.slots=" + slots),
                    List.of()));
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
