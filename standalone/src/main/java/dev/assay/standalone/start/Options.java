package dev.assay.standalone.start;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the one command can be told. */
@Command(
        name = "assay up",
        mixinStandardHelpOptions = true,
        description = "Starts Assay on this machine: Kafka, Postgres, all services and the simulator in one process.")
final class Options {

    static final int DEFAULT_PORT = 8765;

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
            description =
                    "Calls that the built-in worker makes at once (default: 512; 0: none, only separate workers).")
    @Nullable
    Integer slots;

    @Option(names = "--ephemeral", description = "Use a folder of its own that is deleted at the end.")
    boolean ephemeral;

    @Option(names = "--quiet", description = "Print nothing but errors.")
    boolean quiet;

    /** The data folder: {@code --data}, else ASSAY_DATA, else {@code ~/.assay}; the same that the command line looks into. */
    Path folder(Map<String, String> variables, Path home) {
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        String named = variables.getOrDefault("ASSAY_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named).toAbsolutePath().normalize();
        }
        String told = variables.getOrDefault("HOME", "");
        return (told.isBlank() ? home : Path.of(told)).resolve(".assay");
    }
}
