package dev.assay.simulator.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** Configuration of the simulated provider. */
@ConfigMapping(prefix = "simulator")
public interface SimulatorConfig {

    /** Whether the simulator serves anything. Off, there is nothing under {@code /simulator}. */
    @WithDefault("true")
    boolean enabled();

    /**
     * Port of a server of the simulator's own on the loopback address, beside the application's. There is one only if
     * this is set.
     */
    OptionalInt port();

    /** YAML file with all models; if absent, the built-in models are served. */
    Optional<Path> modelsFile();

    /** Folder of the call log, made if need be. If absent, the log is kept in memory and ends with the process. */
    Optional<Path> dataDir();

    /** Whether models can be changed over HTTP while the simulator runs. */
    @WithDefault("true")
    boolean admin();

    /** Longest request for a chat completion, in bytes; a longer one is refused with 413. */
    @WithDefault("4194304")
    int maxRequestBytes();
}
