package dev.assay.gateway.runs;

import dev.assay.gateway.access.Secret;
import dev.assay.gateway.access.SecretConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/** How services of the platform recognise each other. */
@ConfigMapping(prefix = "assay.internal")
public interface InternalConfig {

    /** The shared token, the same for all services. Without one the cost service refuses to estimate. */
    @WithConverter(SecretConverter.class)
    Optional<Secret> token();
}
