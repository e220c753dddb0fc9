package dev.assay.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MomentsTest {

    @Test
    void right_and_wrong_answers_have_a_wilson_interval() {
        // Given
        Moments moments = moments(1, 1, 0, 1);

        // When
        Estimate estimate = moments.estimate(0.95, 0, 1).orElseThrow();

        // Then
        assertThat(estimate.n()).isEqualTo(4);
        assertThat(estimate.mean()).isEqualTo(0.75);
        assertThat(estimate.interval()).contains(Interval.wilson(3, 4, 0.95));
        assertThat(estimate.intervalName()).isEqualTo("wilson-95");
    }

    @Test
    void values_between_have_wilsons_graded_interval() {
        // Given
        Moments moments = moments(0.2, 0.9, 1);

        // When
        Estimate estimate = moments.estimate(0.95, 0, 1).orElseThrow();

        // Then
        assertThat(estimate.mean()).isCloseTo(0.7, within(1e-15));
        assertThat(estimate.low()).isStrictlyBetween(0.0, 0.7);
        assertThat(estimate.high()).isStrictlyBetween(0.7, 1.0);
        assertThat(estimate.intervalName()).isEqualTo("wilson-t-95");
    }

    @Test
    void a_metric_of_another_range_has_no_proportions() {
        // Given
        Moments moments = moments(0, 1, 1);

        // When
        Estimate estimate = moments.estimate(0.999, 0, 100).orElseThrow();

        // Then
        assertThat(estimate.intervalName()).isEqualTo("t-99.9");
    }

    @Test
    void one_value_between_has_no_interval_and_one_answer_has_a_wide_one() {
        // When
        Estimate between = moments(0.5).estimate(0.95, 0, 1).orElseThrow();

        // Then
        assertThat(between.interval()).isEmpty();
        assertThat(between.intervalName()).isEqualTo("none");
        assertThat(moments(1).estimate(0.95, 0, 1).orElseThrow().low()).isCloseTo(0.2065, within(1e-4));
        assertThat(new Moments().estimate(0.95, 0, 1)).isEmpty();
    }

    @Test
    void equal_values_have_no_variance_at_all() {
        // Given
        Moments moments = moments(DoubleStream.generate(() -> 0.1).limit(1_000).toArray());

        // When
        double variance = moments.variance();

        // Then
        assertThat(variance).isZero();
        assertThat(moments.mean()).isEqualTo(0.1);
        // Scores between 0 and 1 without spread are as unsure as answers of that share; others show none.
        assertThat(moments.estimate(0.95, 0, 1).orElseThrow().low()).isCloseTo(0.0829, within(1e-4));
        assertThat(moments.estimate(0.95, 0, 9).orElseThrow().interval()).contains(new Interval(0.1, 0.1));
    }

    @Property
    void parts_that_are_merged_are_the_whole_to_the_last_bit(
            @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -10, max = 10) Double> values) {
        // Given
        Moments whole = new Moments();
        values.forEach(whole::add);

        // When
        Moments merged = new Moments();
        values.reversed().forEach(value -> merged.add(moments(value)));

        // Then
        assertThat(merged.count()).isEqualTo(whole.count());
        assertThat(merged.mean()).isEqualTo(whole.mean());
        assertThat(merged.variance()).isEqualTo(whole.variance()).isGreaterThanOrEqualTo(0);
    }

    @Test
    void an_estimate_that_cannot_be_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> new Estimate(3, 0.5, 0.4, null, Estimate.Method.STUDENT, 0.95));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Estimate(0, 0.5, null, null, Estimate.Method.NONE, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Moments moments(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments;
    }
}
