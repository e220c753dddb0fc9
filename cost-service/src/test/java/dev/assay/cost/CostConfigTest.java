package dev.assay.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CostConfigTest {

    @Test
    void the_defaults_are_these() {
        // When
        CostConfig config = Settings.defaults();
        // Then
        assertThat(config.currency()).isEqualTo("USD");
        assertThat(config.importFile()).isEmpty();
        assertThat(config.importConfirm()).isFalse();
        assertThat(config.priceBook().settleTime()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.priceBook().checkEvery()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.reconciliation().every()).isEqualTo(Duration.ofMillis(500));
        assertThat(config.reconciliation().firstAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.reconciliation().longestPause()).isEqualTo(Duration.ofSeconds(30));
        assertThat(config.reconciliation().giveUpAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.reconciliation().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.reconciliation().parallel()).isEqualTo(4);
        assertThat(config.estimate().outputTokens()).isEqualTo(256);
        assertThat(config.estimate().inputTokens()).isEqualTo(500);
        assertThat(config.estimate().runs()).isEqualTo(20);
    }

    @Test
    void the_names_are_these() {
        // When
        CostConfig config = Settings.with(Map.ofEntries(
                Map.entry("cost.currency", "EUR"),
                Map.entry("cost.import-file", "/prices.json"),
                Map.entry("cost.import-confirm", "true"),
                Map.entry("cost.price-book.settle-time", "1s"),
                Map.entry("cost.price-book.check-every", "2s"),
                Map.entry("cost.reconciliation.every", "3s"),
                Map.entry("cost.reconciliation.first-after", "4s"),
                Map.entry("cost.reconciliation.longest-pause", "5s"),
                Map.entry("cost.reconciliation.give-up-after", "6s"),
                Map.entry("cost.reconciliation.timeout", "7s"),
                Map.entry("cost.reconciliation.parallel", "8"),
                Map.entry("cost.estimate.output-tokens", "9"),
                Map.entry("cost.estimate.input-tokens", "10"),
                Map.entry("cost.estimate.runs", "11")));
        // Then
        assertThat(config.currency()).isEqualTo("EUR");
        assertThat(config.importFile()).contains(Path.of("/prices.json"));
        assertThat(config.estimate().runs()).isEqualTo(11);
    }

    @Test
    void a_name_that_is_not_known_is_refused() {
        assertThatThrownBy(() -> Settings.with(Map.of("cost.curency", "EUR"))).hasMessageContaining("cost.curency");
    }
}
