package dev.assay.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorConfigTest {

    @Test
    void the_defaults_are_these() {
        // When
        SimulatorConfig config = config(Map.of());
        // Then
        assertThat(config.enabled()).isTrue();
        assertThat(config.port()).isEmpty();
        assertThat(config.modelsFile()).isEmpty();
        assertThat(config.dataDir()).isEmpty();
        assertThat(config.admin()).isTrue();
        assertThat(config.maxRequestBytes()).isEqualTo(4 * 1024 * 1024);
    }

    @Test
    void the_settings_have_these_names() {
        // When
        SimulatorConfig config = config(Map.of(
                "simulator.enabled", "false",
                "simulator.port", "8080",
                "simulator.models-file", "models.yaml",
                "simulator.data-dir", "data",
                "simulator.admin", "false",
                "simulator.max-request-bytes", "1000"));
        // Then
        assertThat(config.enabled()).isFalse();
        assertThat(config.port()).hasValue(8_080);
        assertThat(config.modelsFile()).map(Object::toString).contains("models.yaml");
        assertThat(config.dataDir()).map(Object::toString).contains("data");
        assertThat(config.admin()).isFalse();
        assertThat(config.maxRequestBytes()).isEqualTo(1_000);
    }

    private static SimulatorConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(SimulatorConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .addDiscoveredConverters()
                .build()
                .getConfigMapping(SimulatorConfig.class);
    }
}
