package dev.assay.scoring.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IntervalChoiceTest {

    @Test
    void intervals_of_a_proportion_equal_statsmodels() {
        // Given
        Proportion proportion = new Proportion(684, 1000);

        // Then
        assertThat(proportion.normal(0.99).low()).isCloseTo(0.6461305784183184, within(1e-12));
        assertThat(proportion.agrestiCoull(0.99).high()).isCloseTo(0.7205704586542301, within(1e-12));
        assertThat(proportion.clopperPearson(0.99).low()).isCloseTo(0.6448103964805766, within(1e-12));
        assertThat(proportion.jeffreys(0.99).high()).isCloseTo(0.720929958313399, within(1e-12));
        assertThat(new Proportion(5, 5).clopperPearson(0.95))
                .isEqualTo(
                        new Interval(new Proportion(5, 5).clopperPearson(0.95).low(), 1));
    }

    @Property(tries = 100)
    void the_graded_form_is_wilsons_for_proportions_but_for_students_quantile(
            @ForAll @IntRange(min = 100, max = 10_000) int n, @ForAll @IntRange(min = 1, max = 99) int percent) {
        // Given
        double p = percent / 100.0;
        double error = StrictMath.sqrt(p * (1 - p) / n);

        // When
        Interval graded = Interval.gradedWilson(n, p, error, 1e9, 0.95);

        // Then
        Interval wilson = Interval.wilson(Math.round(p * n), n, 0.95);
        assertThat(graded.low()).isCloseTo(wilson.low(), within(0.01));
        assertThat(graded.contains(p)).isTrue();
    }

    @Test
    void scores_that_are_all_one_half_still_leave_doubt() {
        assertThat(Interval.gradedWilson(20, 0.5, 0, 19, 0.95).width()).isGreaterThan(0.3);
    }

    @Test
    void equal_clusters_have_as_many_degrees_of_freedom_as_clusters_less_one() {
        // Given
        ClusteredMean equal = new ClusteredMean(
                List.of(new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 1}, new double[] {0, 1}));
        ClusteredMean unequal =
                new ClusteredMean(List.of(new double[] {0, 1, 1, 0, 1, 1, 0, 1}, new double[] {1}, new double[] {0}));

        // Then
        assertThat(equal.degrees()).isCloseTo(3, within(1e-12));
        assertThat(equal.unbiasedStandardError()).isCloseTo(equal.standardError(), within(1e-12));
        assertThat(unequal.degrees()).isLessThan(1.5);
    }

    @Test
    void clusters_of_one_are_items() {
        // Given
        ClusteredMean single = new ClusteredMean(
                List.of(new double[] {0.2}, new double[] {0.4}, new double[] {0.9}, new double[] {0.5}));
        Moments moments = new Moments();
        for (double value : new double[] {0.2, 0.4, 0.9, 0.5}) {
            moments.add(value);
        }

        // When
        Interval interval = single.interval(0.95);

        // Then
        Interval student = Interval.student(4, moments.mean(), moments.variance(), 0.95);
        assertThat(interval.low()).isCloseTo(student.low(), within(1e-9));
    }

    @Test
    void a_benchmark_that_was_run_whole_has_no_doubt_on_itself() {
        // Given
        FinitePopulation benchmark = new FinitePopulation(500);

        // When
        FinitePopulation.Labels all = benchmark.unit(500, 0.7, 0.02, 499, 0.95);
        FinitePopulation.Labels part = benchmark.unit(200, 0.7, 0.0325, 199, 0.95);

        // Then
        assertThat(all.onThisBenchmark().width()).isZero();
        assertThat(all.onQuestionsLikeThese().width()).isGreaterThan(0.07);
        assertThat(part.onThisBenchmark().width() / part.onQuestionsLikeThese().width())
                .isCloseTo(benchmark.correction(200), within(0.01));
        assertThatThrownBy(() -> benchmark.correction(501)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_noncentral_t_without_shift_is_students() {
        assertThat(NoncentralStudent.outside(7, 0, 2)).isCloseTo(StudentDistribution.outside(7, 2), within(1e-9));
    }
}
