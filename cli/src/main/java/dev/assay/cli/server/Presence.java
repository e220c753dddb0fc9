package dev.assay.cli.server;

import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a data folder tells of its server. The lock file names the process that has the folder, from the first moment to
 * the last; the address file is there only while the server is ready. Where the lock file names nobody, as with servers of
 * an older build, the address file alone is believed.
 */
public sealed interface Presence {

    /**
     * None runs.
     *
     * @param orderly whether the last one ended in order
     */
    record Absent(boolean orderly) implements Presence {}

    /** One has the folder and is not ready: it starts, or it stops. */
    record Busy(ProcessHandle process) implements Presence {}

    /** One is ready, or was and does not say otherwise. */
    record Ready(AddressFile address) implements Presence {}

    /** @throws Failure if the folder's files cannot be read */
    static Presence in(Path folder, Environment environment) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw Failure.badInput(folder + " is a file, not a folder.", "Name a data folder by --data or ASSAY_DATA.");
        }
        Optional<Long> holder = holder(folder);
        if (holder.isEmpty()) {
            return AddressFile.in(folder)
                    .map(file -> file.isLive() ? new Ready(file) : new Absent(false))
                    .orElseGet(() -> new Absent(true));
        }
        Optional<ProcessHandle> process = ProcessHandle.of(holder.get()).filter(one -> isServer(one, environment));
        if (process.isEmpty()) {
            return new Absent(!Files.exists(folder.resolve(AddressFile.NAME)));
        }
        return AddressFile.in(folder)
                .filter(file -> file.pid() == process.get().pid())
                .<Presence>map(Ready::new)
                .orElseGet(() -> new Busy(process.get()));
    }

    /** The system may have given a dead server's number to another process. */
    static boolean isServer(ProcessHandle process, Environment environment) {
        String jar = String.valueOf(Path.of(Installation.serverJar(environment)).getFileName());
        return process.isAlive()
                && process.info()
                        .commandLine()
                        .filter(line -> line.contains(jar))
                        .isPresent();
    }

    private static Optional<Long> holder(Path folder) {
        try {
            String text = Files.readString(folder.resolve("assay.lock")).strip();
            return text.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Failure.badInput(
                    "This user cannot read " + e.getMessage() + ".", "Name a data folder by --data or ASSAY_DATA.");
        }
    }
}
