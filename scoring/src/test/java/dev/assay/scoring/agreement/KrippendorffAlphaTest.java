package dev.assay.scoring.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.agreement.Agreement.Reason;
import dev.assay.scoring.agreement.KrippendorffAlpha.Level;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KrippendorffAlphaTest {

    private static final double NONE = Double.NaN;

    @Test
    void nominal_alpha_of_two_raters_follows_from_their_coincidences() {
        // Given: three units rated twice, one of them differently; values 1, 2 occur 3 and 3 times
        double[][] ratings = {{1, 2, 1, 2}, {1, 2, 2, NONE}};

        // When
        double alpha = KrippendorffAlpha.of(ratings, Level.NOMINAL).asValue().orElseThrow();

        // Then: 1 - 5 · 2 / (2 · 3 · 3)
        assertThat(alpha).isCloseTo(1 - 10 / 18.0, within(1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void perfect_agreement_is_one_at_every_level(Level level) {
        // Given
        double[][] ratings = {{1, 2, 5, NONE}, {1, 2, 5, 3}};

        // When
        Agreement alpha = KrippendorffAlpha.of(ratings, level);

        // Then
        assertThat(alpha).isEqualTo(new Agreement.Value(1));
    }

    @ParameterizedTest
    @EnumSource
    void what_cannot_be_compared_has_no_alpha_but_a_reason(Level level) {
        // Given
        double[][] alone = {{1, NONE}, {NONE, 2}};
        double[][] single = {{3, 3}, {3, 3}};
        double[][] constant = {{3, 3, 1}, {3, 3, NONE}};

        // When
        Agreement nothing = KrippendorffAlpha.of(alone, level);

        // Then
        assertThat(nothing).isEqualTo(new Agreement.Undefined(Reason.NOTHING_TO_COMPARE));
        assertThat(KrippendorffAlpha.of(single, level)).isEqualTo(new Agreement.Undefined(Reason.ONE_CATEGORY));
        assertThat(KrippendorffAlpha.of(constant, level)).isEqualTo(new Agreement.Undefined(Reason.NO_VARIATION));
    }

    @Test
    void two_zeros_do_not_differ_by_ratio() {
        // Given
        double[][] ratings = {{0, 1, 2}, {0, 1, 4}};

        // When
        double alpha = KrippendorffAlpha.of(ratings, Level.RATIO).asValue().orElseThrow();

        // Then
        assertThat(alpha).isBetween(0.5, 1.0);
    }

    @Test
    void rows_of_different_length_are_refused() {
        // Given
        double[][] ratings = {{1, 2}, {1}};

        // When
        var error = org.assertj.core.api.Assertions.catchThrowable(() -> KrippendorffAlpha.of(ratings, Level.NOMINAL));

        // Then
        assertThat(error).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_order_of_raters_makes_no_difference(@ForAll long seed) {
        // Given
        double[] first = {1, seed & 3, 3, (seed >> 2) & 3};
        double[] second = {1, 2, (seed >> 4) & 3, 2};
        double[] third = {(seed >> 6) & 3, 2, 3, 3};

        // When
        Agreement alpha = KrippendorffAlpha.of(new double[][] {first, second, third}, Level.ORDINAL);

        // Then
        Agreement turned = KrippendorffAlpha.of(new double[][] {third, first, second}, Level.ORDINAL);
        assertThat(turned.asValue().orElse(9)).isCloseTo(alpha.asValue().orElse(9), within(1e-12));
    }
}
