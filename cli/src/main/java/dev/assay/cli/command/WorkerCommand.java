package dev.assay.cli.command;

import dev.assay.cli.outcome.ExitStatus;
import dev.assay.cli.outcome.Failure;
import dev.assay.cli.server.AddressFile;
import dev.assay.cli.server.Discovery;
import dev.assay.cli.server.Installation;
import dev.assay.cli.text.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints the options of the JVM that is to be the worker, one on a line. The launcher reads them and becomes that JVM,
 * so that signals and kill reach the worker itself, and no second process stays between.
 */
@Command(
        name = "worker",
        description = {
            "Runs a worker in a process of its own; it joins the server at --server.",
            "Keys of providers come from this process's environment. Ctrl-C: it finishes the calls it has begun."
        })
final class WorkerCommand implements Callable<Integer> {

    private static final int MOST_SLOTS = 10_000;
    private static final Pattern BROKERS = Pattern.compile("[\\w.\\-\\[\\]:]+:\\d+(,[\\w.\\-\\[\\]:]+:\\d+)*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Environment environment;

    @Option(
            names = "--server",
            paramLabel = "FILE-or-URL",
            description = "The server's assay.json, its folder, or its address (default: the usual data folder).")
    @Nullable
    String server;

    @Option(names = "--kafka", paramLabel = "HOST:PORT", description = "Its broker, where no assay.json can be read.")
    @Nullable
    String kafka;

    @Option(names = "--slots", paramLabel = "N", description = "Calls at once, 1 to 10000 (default: 512).")
    @Nullable
    Integer slots;

    @Option(names = "--id", paramLabel = "NAME", description = "Its name in logs and attempts (default: made up).")
    @Nullable
    String id;

    WorkerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (slots != null && (slots < 1 || slots > MOST_SLOTS)) {
            throw Failure.badInput("--slots: must be 1 to " + MOST_SLOTS + ", but is " + slots + ".");
        }
        if (id != null && !NAME.matcher(id).matches()) {
            throw Failure.badInput("--id: has letters, digits, '.', '_' and '-', 64 at most, but is '" + id + "'.");
        }
        String brokers = brokers();
        if (!BROKERS.matcher(brokers).matches()) {
            throw Failure.badInput("--kafka: must be HOST:PORT, but is '" + brokers + "'.");
        }
        options(brokers).forEach(environment.out()::println);
        environment.err().println("A worker joins the broker at " + brokers + " … stop it with Ctrl-C.");
        return ExitStatus.OK;
    }

    private List<String> options(String brokers) {
        Path jar = new Installation(environment).home().resolve("workers/target/quarkus-app/quarkus-run.jar");
        if (!Files.isReadable(jar)) {
            throw Failure.error("The worker is not built: there is no " + jar + ".", "Call ./assay, which builds it.");
        }
        List<String> options = new ArrayList<>(List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dkafka.bootstrap.servers=" + brokers,
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.http.port=0",
                "-Dquarkus.banner.enabled=false",
                "--enable-native-access=ALL-UNNAMED"));
        if (slots != null) {
            options.add("-Dworkers.slots=" + slots);
        }
        if (id != null) {
            options.add("-Dworkers.id=" + id);
        }
        options.addAll(List.of("-jar", jar.toString()));
        return options;
    }

    private String brokers() {
        if (kafka != null) {
            return kafka;
        }
        String named = server;
        Discovery discovery = new Discovery(environment);
        if (named == null) {
            return discovery.running(discovery.folder(null)).kafka();
        }
        return named.startsWith("http://") || named.startsWith("https://")
                ? ofUrl(discovery, named.replaceFirst("/+$", ""))
                : ofFile(discovery, Path.of(named));
    }

    private static String ofUrl(Discovery discovery, String url) {
        Path folder = discovery.folder(null);
        return AddressFile.in(folder)
                .filter(file -> file.url().equals(url))
                .map(AddressFile::kafka)
                .orElseThrow(() -> Failure.badInput(
                        "Which broker the server at " + url + " uses is not known here: " + folder
                                + " holds no assay.json with this address.",
                        "Name the server's assay.json instead, or its broker by --kafka HOST:PORT."));
    }

    private static String ofFile(Discovery discovery, Path named) {
        if (Files.isDirectory(named)) {
            return discovery.running(named.toAbsolutePath()).kafka();
        }
        Optional<AddressFile> file = AddressFile.read(named);
        return file.map(AddressFile::kafka)
                .orElseThrow(() -> Failure.badInput(
                        "--server: there is no file " + named + ".",
                        "Name the assay.json of a running server, its folder, or its address."));
    }
}
