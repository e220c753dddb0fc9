package dev.assay.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.gateway.access.AccessConfig;
import dev.assay.gateway.registry.RegistryConfig;
import dev.assay.gateway.runs.InternalConfig;
import dev.assay.gateway.runs.RunsConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigTest {

    private static SmallRyeConfig config(Map<String, String> settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(AccessConfig.class)
                .withMapping(RegistryConfig.class)
                .withMapping(RunsConfig.class)
                .withMapping(InternalConfig.class);
        settings.forEach(builder::withDefaultValue);
        return builder.build();
    }

    @Test
    void the_defaults_are_these() {
        // When
        SmallRyeConfig config = config(Map.of("gateway.key-pepper", "0123456789abcdef"));

        // Then
        AccessConfig access = config.getConfigMapping(AccessConfig.class);
        assertThat(access.adminKey()).isEmpty();
        RegistryConfig registry = config.getConfigMapping(RegistryConfig.class);
        assertThat(registry.platformFile()).isEmpty();
        assertThat(registry.simulatorEnabled()).isFalse();
        assertThat(registry.simulatorUrl()).isEmpty();
        RunsConfig runs = config.getConfigMapping(RunsConfig.class);
        assertThat(runs.costUrl()).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(runs.estimateTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(runs.specLimit().asLongValue()).isEqualTo(16L * 1024 * 1024);
        assertThat(config.getConfigMapping(InternalConfig.class).token()).isEmpty();
    }

    @Test
    void every_setting_has_this_name() {
        // When
        SmallRyeConfig config = config(Map.of(
                "gateway.key-pepper", "0123456789abcdef",
                "gateway.admin-key", "ask_abcd_0123456789abcdef",
                "gateway.platform-file", "platform.yaml",
                "gateway.simulator-enabled", "true",
                "gateway.simulator-url", "http://localhost:1/simulator/v1",
                "gateway.cost-url", "http://cost:8080",
                "gateway.estimate-timeout", "2s",
                "gateway.spec-limit", "1M",
                "assay.internal.token", "0123456789abcdef"));

        // Then
        assertThat(config.getConfigMapping(AccessConfig.class).adminKey()).isPresent();
        assertThat(config.getConfigMapping(RegistryConfig.class).platformFile()).contains(Path.of("platform.yaml"));
        assertThat(config.getConfigMapping(RegistryConfig.class).simulatorEnabled())
                .isTrue();
        assertThat(config.getConfigMapping(RunsConfig.class).costUrl()).isEqualTo(URI.create("http://cost:8080"));
        assertThat(config.getConfigMapping(RunsConfig.class).estimateTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.getConfigMapping(InternalConfig.class).token()).isPresent();
    }

    @Test
    void without_a_pepper_or_with_a_short_one_it_does_not_start() {
        // When / Then
        assertThatThrownBy(() -> config(Map.of())).hasMessageContaining("gateway.key-pepper");
        assertThatThrownBy(() -> config(Map.of("gateway.key-pepper", "short")))
                .hasMessageContaining("at least 16 characters");
    }
}
