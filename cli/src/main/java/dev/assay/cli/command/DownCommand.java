package dev.assay.cli.command;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.server.AddressFile;
import dev.assay.cli.server.Discovery;
import dev.assay.cli.server.Presence;
import dev.assay.cli.text.Environment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "down",
        description = "Stops the server that runs in the data folder, in order, and waits until it has.")
final class DownCommand implements Callable<Integer> {

    private static final int PATIENCE_SECONDS = 60;

    private final Environment environment;

    @Option(names = "--data", paramLabel = "DIR", description = "Its data folder (ASSAY_DATA; default: ~/.assay).")
    @Nullable
    Path data;

    DownCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path folder = new Discovery(environment).folder(data);
        Optional<ProcessHandle> process = switch (Presence.in(folder, environment)) {
            case Presence.Absent absent -> Optional.empty();
            case Presence.Busy busy -> Optional.of(busy.process());
            case Presence.Ready ready -> ProcessHandle.of(ready.address().pid());
        };
        if (process.isEmpty()) {
            environment.out().println("Assay is not running in " + folder + ".");
            return ExitStatus.OK;
        }
        requireServer(process.get(), folder);
        stop(process.get());
        environment.out().println("Assay in " + folder + " has stopped.");
        return ExitStatus.OK;
    }

    /** The system may have given a dead server's number to another process. */
    private void requireServer(ProcessHandle process, Path folder) {
        if (process.isAlive() && !Presence.isServer(process, environment)) {
            throw Failure.error(
                    "Process " + process.pid() + " is not an Assay server, though " + folder.resolve(AddressFile.NAME)
                            + " says so: the server ended without order, and its number was given away.",
                    "Nothing was stopped. './assay up' starts Assay again.");
        }
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        if (!process.destroy()) {
            throw Failure.error("Process " + process.pid() + " cannot be stopped by you.");
        }
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw Failure.error("Process " + process.pid() + " is still stopping after " + PATIENCE_SECONDS + " s.");
        } catch (ExecutionException e) {
            throw Failure.error("It could not be seen whether process " + process.pid() + " ended: " + e.getMessage());
        }
    }
}
