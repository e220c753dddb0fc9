package dev.assay.gateway.runs;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How runs are submitted. */
@ConfigMapping(prefix = "gateway")
public interface RunsConfig {

    /** Address of the cost service, which estimates runs. */
    @WithDefault("http://localhost:${quarkus.http.port:8080}")
    URI costUrl();

    /** How long an estimate may take. */
    @WithDefault("10s")
    Duration estimateTimeout();

    /** The longest run spec that is accepted. */
    @WithDefault("16M")
    MemorySize specLimit();
}
