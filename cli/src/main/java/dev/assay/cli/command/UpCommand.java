package dev.assay.cli.command;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.server.AddressFile;
import dev.assay.cli.server.Discovery;
import dev.assay.cli.server.Installation;
import dev.assay.cli.server.LocalServer;
import dev.assay.cli.text.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Only with --detach is this class in charge: without it the launcher becomes the server itself. */
@Command(
        name = "up",
        description = "Starts Assay on this machine: Kafka, Postgres, all services and the simulator in one process.",
        footer = {
            "",
            "./assay up --platform examples/platform.yaml     providers, models, quotas and groups of your own",
            "The simulator's models are explained in docs/simulator.md."
        })
final class UpCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for everything it stores (ASSAY_DATA; default: ~/.assay).")
    @Nullable
    Path data;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of page and API (default: 8765, or a free one if that is taken).")
    @Nullable
    Integer port;

    @Option(
            names = "--platform",
            paramLabel = "FILE",
            description = "Platform file (YAML): connections, models, pools, groups.")
    @Nullable
    Path platform;

    @Option(
            names = "--simulator-models",
            paramLabel = "FILE",
            description = "Models of the simulator (YAML) instead of the built-in ones.")
    @Nullable
    Path simulatorModels;

    @Option(
            names = "--slots",
            paramLabel = "N",
            description = "Calls that the built-in worker makes at once (default: 512; 0: only separate workers).")
    @Nullable
    Integer slots;

    @Option(names = "--detach", description = "Come back when it is ready; it goes on in the background.")
    boolean detach;

    @Option(
            names = "--ephemeral",
            description = "Use a folder of its own that is deleted at the end; not with --detach.")
    boolean ephemeral;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    boolean quiet;

    UpCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!detach) {
            throw Failure.error("Without --detach the server is started by ./assay itself.");
        }
        if (ephemeral) {
            throw Failure.badInput(
                    "--ephemeral and --detach do not go together: nobody could find the server.",
                    "Name a temporary folder by --data instead.");
        }
        Path folder = new Discovery(environment).folder(data);
        Optional<AddressFile> running = LocalServer.awaitRunning(folder, environment);
        if (running.isPresent()) {
            environment.out().println("Assay is already running in " + folder + ".");
            tell(running.get());
            return ExitStatus.OK;
        }
        Installation installation = new Installation(environment);
        LocalServer started = LocalServer.start(installation.apart(installation.server(options(folder))), folder);
        AddressFile here = started.awaitReady(folder, Health::isUp, environment.progress());
        tell(here);
        return ExitStatus.OK;
    }

    private List<String> options(Path folder) {
        List<String> options = new ArrayList<>(List.of("--data", folder.toString(), "--quiet"));
        add(options, "--port", port);
        add(options, "--platform", readable("--platform", platform));
        add(options, "--simulator-models", readable("--simulator-models", simulatorModels));
        add(options, "--slots", slots);
        return options;
    }

    private static @Nullable Path readable(String option, @Nullable Path file) {
        if (file != null && (Files.isDirectory(file) || !Files.isReadable(file))) {
            throw Failure.badInput(option + ": there is no readable file " + file + ".");
        }
        return file == null ? null : file.toAbsolutePath();
    }

    private static void add(List<String> options, String name, @Nullable Object value) {
        if (value != null) {
            options.add(name);
            options.add(value.toString());
        }
    }

    private void tell(AddressFile here) {
        if (!quiet) {
            environment.out().println("  page and API   " + here.url());
            environment.out().println("  open           " + PageAddress.signedIn(here.url(), here.key(), "/runs"));
            environment.out().println("Stop it with './assay down'.");
        }
    }
}
