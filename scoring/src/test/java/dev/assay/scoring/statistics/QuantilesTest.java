package dev.assay.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class QuantilesTest {

    @Test
    void quantiles_interpolate_between_the_sorted_values() {
        // Given
        Quantiles quantiles = new Quantiles(new double[] {4, 1, 3, 2});

        // When
        double median = quantiles.at(0.5);

        // Then
        assertThat(median).isEqualTo(2.5);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(1)).isEqualTo(4);
        assertThat(new Quantiles(new double[] {7}).at(0.9)).isEqualTo(7);
    }

    @Test
    void no_values_or_a_share_outside_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> new Quantiles(new double[0]));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Quantiles(new double[] {1}).at(95)).hasMessageContaining("between 0 and 1");
    }
}
