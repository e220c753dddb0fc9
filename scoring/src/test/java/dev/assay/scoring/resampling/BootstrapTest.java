package dev.assay.scoring.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapTest {

    @Test
    void given_resamples_have_known_intervals() {
        // Given
        double[] values = {0, 1, 2};
        Resamples resamples = Resamples.given(new int[][] {{0, 0, 0}, {1, 1, 1}, {2, 2, 2}, {0, 1, 2}});

        // When
        Bootstrap bootstrap = Bootstrap.of(values, Statistic.MEAN, resamples);

        // Then
        assertThat(bootstrap.observed()).isEqualTo(1);
        assertThat(bootstrap.percentile(0.5).low()).isEqualTo(0.75);
        assertThat(bootstrap.basic(0.5).high()).isEqualTo(1.25);
        assertThat(bootstrap.standardError()).isCloseTo(StrictMath.sqrt(2.0 / 3), within(1e-15));
        // Half of the resamples lie below, counting equal ones half, and the jackknife is symmetric: no correction.
        assertThat(bootstrap.bca(0.5).orElseThrow().low()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void equal_values_have_no_corrected_interval() {
        // Given
        double[] values = {1, 1, 1};

        // When
        Bootstrap bootstrap = Bootstrap.of(values, Statistic.MEAN, Resamples.ofItems(3, 50, new SplittableRandom(1)));

        // Then
        assertThat(bootstrap.bca(0.95)).isEmpty();
        assertThat(bootstrap.percentile(0.95).width()).isZero();
    }

    @Test
    void whole_clusters_are_drawn() {
        // Given
        List<String> clusters = List.of("a", "b", "a", "b");
        double[] values = {0, 1, 0, 1};

        // When
        Bootstrap bootstrap = Bootstrap.ofClusters(
                values, clusters, Statistic.MEAN, Resamples.ofClusters(clusters, 2000, new SplittableRandom(5)));

        // Then: a resample is both clusters, or one of them twice
        assertThat(bootstrap.percentile(0.95).width()).isEqualTo(1);
        assertThat(bootstrap.standardError()).isCloseTo(StrictMath.sqrt(0.125), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"6, 1", "7, 1", "9, 3", "10, 2", "40, 4"})
    void leaving_out_one_unit_after_the_other_needs_no_second_look_at_the_rest(int count, int unit) {
        // Given: values that occur more than once, in units that are not in order
        SplittableRandom random = new SplittableRandom(count);
        double[] values = random.doubles(count)
                .map(value -> Math.floor(value * count) / 4)
                .toArray();
        List<List<Integer>> units = IntStream.range(0, count / unit)
                .mapToObj(first -> IntStream.range(0, count)
                        .filter(i -> i % (count / unit) == first)
                        .boxed()
                        .toList())
                .toList();
        Statistic median = Statistic.MEDIAN::of;
        Statistic deviation = Statistic.DEVIATION::of;

        // When
        double[] medians = Statistic.MEDIAN.leavingOut(values, units);
        double[] deviations = Statistic.DEVIATION.leavingOut(values, units);

        // Then: a statistic of which nothing more is known is made anew of each rest
        assertThat(medians).containsExactly(median.leavingOut(values, units));
        assertThat(deviations).containsExactly(deviation.leavingOut(values, units), within(1e-12));
    }

    @Test
    void no_resamples_are_refused() {
        assertThatThrownBy(() -> Resamples.given(new int[0][])).hasMessageContaining("at least one");
    }
}
