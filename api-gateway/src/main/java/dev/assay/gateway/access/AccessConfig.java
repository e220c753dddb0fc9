package dev.assay.gateway.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import java.util.Optional;

/** Who may use the gateway. */
@ConfigMapping(prefix = "gateway")
public interface AccessConfig {

    /**
     * A random text of at least 16 characters, kept outside of the database and the same for all gateways. Keys and
     * sessions are hashed under it: another pepper makes all of them invalid.
     */
    @WithConverter(SecretConverter.class)
    Secret keyPepper();

    /** A key, {@code ask_<id>_<secret>}, that is an administrator's from the start on. */
    @WithConverter(SecretConverter.class)
    Optional<Secret> adminKey();
}
