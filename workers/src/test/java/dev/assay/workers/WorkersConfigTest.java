package dev.assay.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkersConfigTest {

    @Test
    void the_defaults_are_these() {
        WorkersConfig config = Settings.with(Map.of());

        assertThat(config.enabled()).isTrue();
        assertThat(config.id()).isEmpty();
        assertThat(config.slots()).isEqualTo(512);
        assertThat(config.prefetch()).isEqualTo(1.0);
        assertThat(config.byteBudget().asLongValue()).isEqualTo(256L << 20);
        assertThat(config.drainTime()).isEqualTo(Duration.ofSeconds(120));
        assertThat(config.revokeTime()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.commitInterval()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.heartbeatInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.keepAlive()).isEqualTo(Duration.ofSeconds(4));
        assertThat(config.firstTokenTimeout()).isEqualTo(Duration.ofSeconds(120));
        assertThat(config.idleTimeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.maxHeaders().asLongValue()).isEqualTo(64L << 10);
        assertThat(config.maxAnswer().asLongValue()).isEqualTo(1L << 20);
        assertThat(config.maxPrompt().asLongValue()).isEqualTo(1L << 20);
        assertThat(config.allowPrivateAddresses()).isTrue();
        assertThat(config.breaker().window()).isEqualTo(100);
        assertThat(config.breaker().failurePercent()).isEqualTo(95f);
        assertThat(config.breaker().openTime()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.breaker().probes()).isEqualTo(64);
    }

    @Test
    void every_setting_is_read_under_its_name() {
        WorkersConfig config = Settings.with(Map.of(
                "workers.enabled", "false",
                "workers.id", "w-1",
                "workers.slots", "7",
                "workers.byte-budget", "3M",
                "workers.drain-time", "PT9S",
                "workers.allow-private-addresses", "false",
                "workers.breaker.open-time", "PT4S"));

        assertThat(config.enabled()).isFalse();
        assertThat(config.id()).contains("w-1");
        assertThat(config.slots()).isEqualTo(7);
        assertThat(config.byteBudget().asLongValue()).isEqualTo(3L << 20);
        assertThat(config.drainTime()).isEqualTo(Duration.ofSeconds(9));
        assertThat(config.allowPrivateAddresses()).isFalse();
        assertThat(config.breaker().openTime()).isEqualTo(Duration.ofSeconds(4));
    }
}
