package dev.assay.cli.server;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.text.Environment;
import dev.assay.cli.text.Figures;
import dev.assay.cli.text.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * A server that this command started.
 *
 * @param process its process
 * @param output where it writes what it has to say
 */
public record LocalServer(Process process, Path output) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 100;
    private static final int LAST_LINES = 15;

    /** Starts the command in a folder that no server has; its output goes to {@code assay.out} there. */
    public static LocalServer start(List<String> command, Path folder) {
        Path output = folder.resolve("assay.out");
        try {
            Files.createDirectories(folder);
            // What a killed server left behind is not this one's.
            Files.deleteIfExists(folder.resolve(AddressFile.NAME));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
            return new LocalServer(process, output);
        } catch (AccessDeniedException e) {
            throw Failure.error("The server could not be started: you may not write " + e.getFile() + ".");
        } catch (IOException e) {
            throw Failure.error("The server could not be started: " + e.getMessage());
        }
    }

    /**
     * Waits until the server has written its address and answers.
     *
     * @param answers whether the server at an address is in order
     * @throws Failure with the server's last words if it ended, or if it takes longer than three minutes
     */
    public AddressFile awaitReady(Path folder, Predicate<AddressFile> answers, Progress progress)
            throws InterruptedException {
        long begun = System.nanoTime();
        while (true) {
            Optional<AddressFile> here = AddressFile.in(folder).filter(file -> file.pid() == process.pid());
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (here.isPresent() && answers.test(here.get())) {
                progress.end(String.format(java.util.Locale.ROOT, "Ready in %.1f s.", waited.toMillis() / 1000.0));
                return here.get();
            }
            if (!process.isAlive()) {
                progress.leave();
                throw ended(process.exitValue());
            }
            if (waited.compareTo(PATIENCE) > 0) {
                progress.leave();
                stop();
                throw new Failure(
                        ExitStatus.ERROR,
                        lastWords("The server was not ready after " + Figures.duration(waited) + "."));
            }
            progress.update("Starting Assay in " + folder + " … " + waited.toSeconds() + " s", System.nanoTime());
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** What it was given may be wrong, as the options of this command. */
    private Failure ended(int status) {
        return new Failure(
                status == ExitStatus.BAD_INPUT ? ExitStatus.BAD_INPUT : ExitStatus.ERROR,
                lastWords("The server ended with status " + status + "."));
    }

    /**
     * The server that somebody else started in the folder; one that is still starting is waited for.
     *
     * @return empty if none runs there, or if the one that was waited for has ended
     * @throws Failure if it takes longer than three minutes
     */
    public static Optional<AddressFile> awaitRunning(Path folder, Environment environment) throws InterruptedException {
        Progress progress = environment.progress();
        long begun = System.nanoTime();
        while (true) {
            switch (Presence.in(folder, environment)) {
                case Presence.Ready ready -> {
                    progress.leave();
                    return Optional.of(ready.address());
                }
                case Presence.Absent absent -> {
                    progress.leave();
                    return Optional.empty();
                }
                case Presence.Busy busy -> {
                    Duration waited = Duration.ofNanos(System.nanoTime() - begun);
                    String what = "process " + busy.process().pid() + ", which is starting or stopping in " + folder;
                    if (waited.compareTo(PATIENCE) > 0) {
                        progress.leave();
                        throw Failure.error("Waited " + Figures.duration(waited) + " for " + what + ".");
                    }
                    progress.update("Waiting for " + what + " … " + waited.toSeconds() + " s", System.nanoTime());
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    /** Asks it to stop and waits until it has; ends it the hard way after a minute. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> lastWords(String what) {
        List<String> lines = new ArrayList<>();
        lines.add(what);
        try {
            List<String> said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            said.subList(Math.max(0, said.size() - LAST_LINES), said.size()).forEach(line -> lines.add("  " + line));
        } catch (IOException e) {
            lines.add("  (" + output + " cannot be read: " + e.getMessage() + ")");
        }
        lines.add("More is in " + output + " and in assay.log beside it.");
        return lines;
    }
}
