package dev.assay.gateway.access;

import dev.assay.contracts.id.GroupId;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Makes the key of the configuration an administrator's before the first request. */
@ApplicationScoped
class AdminKeyFromConfig {

    private static final GroupId GROUP = new GroupId("default");

    private final AccessConfig config;
    private final Identities identities;

    AdminKeyFromConfig(AccessConfig config, Identities identities) {
        this.config = config;
        this.identities = identities;
    }

    void start(@Observes StartupEvent event) {
        config.adminKey().ifPresent(secret -> {
            ApiKey key = ApiKey.parse(secret.value())
                    .orElseThrow(() -> new IllegalStateException(
                            "gateway.admin-key must have the form ask_<id>_<secret>: an id of 4 to 32 lower-case"
                                    + " letters and digits, a secret of 16 to 128 letters and digits"));
            identities.configure(key, GROUP);
        });
    }
}
