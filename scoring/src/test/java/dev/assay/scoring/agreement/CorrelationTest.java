package dev.assay.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.agreement.Agreement.Reason;
import org.junit.jupiter.api.Test;

class CorrelationTest {

    private static final double TINY = 1e-12;

    @Test
    void pearson_follows_its_formula() {
        // Given: deviations (-1, 0, 1) and (-1, 1, 0)
        double[] x = {1, 2, 3};
        double[] y = {4, 6, 5};

        // When
        double r = Correlation.pearson(x, y).asValue().orElseThrow();

        // Then
        assertThat(r).isCloseTo(0.5, within(TINY));
    }

    @Test
    void a_straight_line_is_no_chance_and_two_pairs_say_nothing() {
        // Given
        double[] x = {1, 2, 3, 4};

        // When
        double probability = Correlation.pearsonProbability(x, x).orElseThrow();

        // Then
        assertThat(probability).isLessThan(1e-12);
        assertThat(Correlation.pearsonProbability(new double[] {1, 2}, new double[] {5, 3}))
                .hasValue(1);
        assertThat(Correlation.pearson(new double[] {1, 2}, new double[] {5, 3})
                        .asValue()
                        .orElseThrow())
                .isCloseTo(-1, within(TINY));
    }

    @Test
    void spearman_looks_at_ranks_and_shares_those_of_equal_values() {
        // Given
        double[] x = {1, 10, 100, 1000};
        double[] y = {3, 4, 5, 9};
        double[] tied = {1, 1, 2, 3};

        // When
        double rho = Correlation.spearman(x, y).asValue().orElseThrow();

        // Then: with ties the ranks are 1.5, 1.5, 3, 4
        assertThat(rho).isCloseTo(1, within(TINY));
        assertThat(Correlation.spearman(x, tied).asValue().orElseThrow())
                .isCloseTo(4.5 / Math.sqrt(5 * 4.5), within(TINY));
    }

    @Test
    void kendall_counts_pairs_in_the_same_order() {
        // Given: of three pairs two are in the same order
        double[] x = {1, 2, 3};
        double[] y = {1, 3, 2};

        // When
        double tau = Correlation.kendall(x, y).asValue().orElseThrow();

        // Then
        assertThat(tau).isCloseTo(1 / 3.0, within(TINY));
    }

    @Test
    void a_constant_side_has_no_correlation() {
        // Given
        double[] constant = {2, 2, 2};
        double[] x = {1, 2, 3};

        // When
        Agreement r = Correlation.pearson(constant, x);

        // Then
        assertThat(r).isEqualTo(new Agreement.Undefined(Reason.NO_VARIATION));
        assertThat(Correlation.kendall(x, constant)).isEqualTo(r);
        assertThat(Correlation.spearman(x, constant)).isEqualTo(r);
        assertThat(Correlation.pearsonProbability(x, constant)).isEmpty();
    }

    @Test
    void huge_and_tiny_numbers_do_not_overflow() {
        // Given
        double[] x = {1e200, 2e200, 3e200};
        double[] y = {1e-200, 3e-200, 2e-200};

        // When
        double r = Correlation.pearson(x, y).asValue().orElseThrow();

        // Then
        assertThat(r).isCloseTo(0.5, within(1e-9));
        assertThat(catchThrowable(() -> Correlation.pearson(x, new double[] {1, Double.NaN, 2})))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
