package dev.assay.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @Property
    void wilson_lies_within_0_and_1_and_contains_the_proportion(
            @ForAll @IntRange(min = 1, max = 1_000_000) int trials,
            @ForAll @DoubleRange(max = 1) double share,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        // Given
        long successes = Math.round(share * trials);

        // When
        Interval interval = Interval.wilson(successes, trials, confidence);

        // Then
        assertThat(interval.low()).isGreaterThanOrEqualTo(0);
        assertThat(interval.high()).isLessThanOrEqualTo(1);
        assertThat(interval.contains((double) successes / trials)).isTrue();
    }

    @Property
    void wilson_is_mirrored_when_right_and_wrong_are_exchanged(
            @ForAll @IntRange(min = 1, max = 10_000) int trials, @ForAll @DoubleRange(max = 1) double share) {
        // Given
        long successes = Math.round(share * trials);

        // When
        Interval interval = Interval.wilson(successes, trials, 0.95);

        // Then
        Interval mirrored = Interval.wilson(trials - successes, trials, 0.95);
        assertThat(interval.low()).isCloseTo(1 - mirrored.high(), within(1e-12));
    }

    @Test
    void wilson_ends_exactly_at_0_and_1_where_all_are_wrong_or_right() {
        // When
        Interval none = Interval.wilson(0, 14_042, 0.95);

        // Then
        assertThat(none.low()).isZero();
        assertThat(none.high()).isPositive();
        assertThat(Interval.wilson(14_042, 14_042, 0.95).high()).isEqualTo(1);
    }

    /** Reference values: scipy 1.17.1, {@code stats.t.isf}. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.025, 12.706204736174705",
        "1, 0.00005, 6366.197671315936",
        "2, 0.025, 4.302652729749464",
        "3, 0.005, 5.840909309733357",
        "9, 0.025, 2.2621571627982053",
        "29, 0.05, 1.6991270265334977",
        "99, 0.025, 1.9842169515864176",
        "1999, 0.025, 1.9611514201705618",
        "999999, 0.025, 1.9599663568164796",
    })
    void quantiles_of_students_distribution_are_those_of_scipy(double degrees, double tail, double expected) {
        // When
        double quantile = StudentDistribution.upperQuantile(degrees, tail);

        // Then
        assertThat(quantile).isCloseTo(expected, within(1e-10 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "0.4, 0.2533471031357997",
        "0.025, 1.9599639845400545",
        "0.005, 2.575829303548901",
        "0.00005, 3.890591886413094",
        "0.0000005, 4.891638475698591",
    })
    void quantiles_of_the_normal_distribution_are_those_of_scipy(double tail, double expected) {
        // When
        double quantile = NormalDistribution.upperQuantile(tail);

        // Then
        assertThat(quantile).isCloseTo(expected, within(1e-11));
    }

    @Test
    void what_cannot_be_an_interval_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> new Interval(1, 0));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Interval.wilson(2, 1, 0.95)).hasMessage("2 successes of 1 trials");
        assertThatThrownBy(() -> Interval.wilson(1, 2, 95)).hasMessageContaining("between 0 and 1");
        assertThatThrownBy(() -> Interval.student(1, 0.5, 0.1, 0.95)).hasMessageContaining("degree of freedom");
    }
}
