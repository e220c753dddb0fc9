package dev.assay.workers;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The worker's settings as they are by default, but for what a test sets. */
public final class Settings {

    private Settings() {}

    public static WorkersConfig with(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WorkersConfig.class)
                .withDefaultValues(values)
                .build()
                .getConfigMapping(WorkersConfig.class);
    }
}
