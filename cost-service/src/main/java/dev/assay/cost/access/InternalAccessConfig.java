package dev.assay.cost.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/** How services of the platform recognise each other. */
@ConfigMapping(prefix = "assay.internal")
interface InternalAccessConfig {

    /** The shared token, the same for all services. Without one every internal call is refused. */
    @WithConverter(InternalTokenConverter.class)
    Optional<InternalToken> token();
}
