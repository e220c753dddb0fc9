package dev.assay.standalone.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.assay.standalone.embedded.FreePort;
import dev.assay.standalone.embedded.WholeFolder;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Starts everything in this process. Exit status 0 after a clean stop, 2 for a wrong option, 1 if it cannot start. */
@QuarkusMain
public final class Main {

    /** As many as a separate worker may have. */
    private static final int MOST_SLOTS = 10_000;

    private Main() {}

    public static void main(String[] arguments) {
        long startedAt = System.nanoTime();
        Options options = new Options();
        CommandLine line = new CommandLine(options);
        try {
            line.parseArgs(arguments);
        } catch (CommandLine.ParameterException e) {
            System.err.println(e.getMessage() + ". See --help.");
            CommandLine.UnmatchedArgumentException.printSuggestions(e, new PrintWriter(System.err, true, UTF_8));
            System.exit(2);
        }
        if (line.isUsageHelpRequested()) {
            line.usage(System.out);
            return;
        }
        System.exit(run(options, startedAt, System.out, System.err));
    }

    private static int run(Options options, long startedAt, PrintStream out, PrintStream err) {
        Stop stop = new Stop(err);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> holdUntilOver(stop), "hold-shutdown"));
        try {
            if (!options.ephemeral) {
                Path path = options.folder(System.getenv(), Path.of(System.getProperty("user.home")));
                return serve(options, path, startedAt, stop, out);
            }
            Path path = Files.createTempDirectory("assay");
            try {
                return serve(options, path, startedAt, stop, out);
            } finally {
                WholeFolder.delete(path);
            }
        } catch (BadOption e) {
            err.println(e.getMessage());
            return 2;
        } catch (DataFolder.InUse e) {
            err.println("Assay could not start: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("Assay could not start: " + Cause.of(e));
            return 1;
        } finally {
            stop.over();
        }
    }

    private static int serve(Options options, Path path, long startedAt, Stop stop, PrintStream out)
            throws IOException, DataFolder.InUse, BadOption {
        Optional<String> wrong = GivenFiles.complaint(options);
        if (wrong.isPresent()) {
            throw new BadOption(wrong.get());
        }
        requireSlots(options.slots);
        if (options.data != null && options.data.toString().isBlank()) {
            throw new BadOption("--data names no folder. Leave it out for ASSAY_DATA or ~/.assay.");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BadOption(path + " is a file, not a folder. Name a data folder by --data or ASSAY_DATA.");
        }
        int port = httpPort(options);
        DataFolder folder = DataFolder.open(path);
        AddressFile address = new AddressFile(folder.addressFile());
        // What a killed server left behind is not this one's.
        address.delete();
        SecureRandom random = new SecureRandom();
        Secrets secrets = Secrets.of(folder.path(), random);
        if (!options.quiet) {
            out.println("Starting Assay in " + folder.path() + " …");
        }
        Installation installation = Installation.start(folder, secrets, port, random);
        installation.tellServices(options);
        Services.installation = installation;
        Services.startedAt = startedAt;
        Services.out = options.quiet ? null : out;
        int[] status = {0};
        try {
            if (!stop.isAsked()) {
                Quarkus.run(Services.class, (code, failure) -> status[0] = failure == null ? code : 1);
            }
        } finally {
            address.delete();
            stop(stop, installation);
        }
        return status[0];
    }

    private static void stop(Stop stop, Installation installation) {
        try {
            stop.run(Stop.Stage.BROKER, installation::stopBroker);
            stop.run(Stop.Stage.DATABASE, installation::stopDatabase);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A signal ends the JVM when all shutdown hooks have returned. Those of others know no bound: this is theirs too. */
    private static void holdUntilOver(Stop stop) {
        try {
            if (!stop.await(Stop.longest())) {
                System.err.println("Assay did not stop in time and ends now; the next start continues all the same.");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int httpPort(Options options) throws BadOption {
        Integer asked = options.port;
        if (asked == null) {
            return FreePort.isFree(Options.DEFAULT_PORT) ? Options.DEFAULT_PORT : FreePort.any();
        }
        if (asked == 0) {
            return FreePort.any();
        }
        if (asked < 0 || asked > 65535) {
            throw new BadOption("--port must be between 0 and 65535, but is " + asked + ".");
        }
        if (!FreePort.isFree(asked)) {
            throw new BadOption("--port " + asked + " is in use. Choose another one, or leave --port out.");
        }
        return asked;
    }

    private static void requireSlots(@Nullable Integer slots) throws BadOption {
        if (slots != null && (slots < 0 || slots > MOST_SLOTS)) {
            throw new BadOption("--slots must be between 0 and " + MOST_SLOTS + ", but is " + slots + ".");
        }
    }

    /** An option has a value that cannot be used. */
    private static final class BadOption extends Exception {

        private static final long serialVersionUID = 1L;

        BadOption(String message) {
            super(message);
        }
    }
}
