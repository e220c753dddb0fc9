package dev.assay.gateway.registry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** What this installation is, and where its registry comes from. */
@ConfigMapping(prefix = "gateway")
public interface RegistryConfig {

    /** The platform file, YAML or JSON. Without one, only what is built in is registered. */
    Optional<Path> platformFile();

    /** Whether the simulator's connection, pool and models are registered. */
    @WithDefault("false")
    boolean simulatorEnabled();

    /** Base address of the simulator's chat completions, such as {@code http://127.0.0.1:8080/simulator/v1}. */
    Optional<URI> simulatorUrl();
}
