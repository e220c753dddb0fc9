package dev.assay.cost;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings for tests: the defaults, and what a test changes. */
public final class Settings {

    private Settings() {}

    public static CostConfig defaults() {
        return with(Map.of());
    }

    public static CostConfig with(Map<String, String> changes) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CostConfig.class)
                .withSources(new PropertiesConfigSource(changes, "test", 100))
                .build()
                .getConfigMapping(CostConfig.class);
    }
}
