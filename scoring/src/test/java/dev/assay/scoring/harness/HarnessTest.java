package dev.assay.scoring.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HarnessTest {

    @Test
    void the_median_is_the_upper_one() {
        // When
        double median = HarnessAggregation.median(new double[] {4, 1, 3, 2});

        // Then
        assertThat(median).isEqualTo(3);
    }

    @Test
    void deviations_differ_in_their_divisor() {
        // Given
        double[] values = {0, 1};

        // When / Then
        assertThat(HarnessAggregation.populationDeviation(values)).isEqualTo(0.5);
        assertThat(HarnessAggregation.sampleDeviation(values)).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(HarnessAggregation.meanError(values)).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void too_few_values_are_refused() {
        assertThatThrownBy(() -> HarnessAggregation.mean(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> HarnessAggregation.sampleDeviation(new double[1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(HarnessAggregation.meanOfNumbers(new double[] {Double.NaN})).isNaN();
    }

    @Test
    void the_bootstrap_comes_near_to_the_formula_for_means() {
        // Given
        List<Double> values = IntStream.range(0, 40).mapToObj(i -> i % 7 / 7.0).toList();
        double[] numbers = values.stream().mapToDouble(v -> v).toArray();

        // When
        double error = HarnessAggregation.bootstrapError(
                values,
                drawn -> HarnessAggregation.mean(
                        drawn.stream().mapToDouble(v -> v).toArray()),
                2000,
                new SplittableRandom(1));

        // Then
        assertThat(error).isCloseTo(HarnessAggregation.meanError(numbers), within(0.15 * error));
    }

    @Test
    void groups_are_weighted_by_size() {
        // Given
        double[] errors = {0.1, 0.2};
        int[] sizes = {10, 30};

        // When / Then
        assertThat(HarnessAggregation.weightedMean(new double[] {0, 1}, sizes)).isEqualTo(0.75);
        assertThat(HarnessAggregation.pooledError(errors, sizes))
                .isCloseTo(Math.sqrt((9 * 0.1 + 29 * 1.2) / 38 / 40), within(1e-12));
        assertThat(HarnessAggregation.combinedError(new double[] {0.1}, new int[] {5}, new double[] {1}))
                .isEqualTo(0.1);
        assertThatThrownBy(() -> HarnessAggregation.pooledError(errors, new int[] {1}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_brier_score_sums_over_classes() {
        // When
        double brier = HarnessAggregation.brier(new int[] {0}, new double[][] {{0, 1}});

        // Then
        assertThat(brier).isEqualTo(2);
        assertThatThrownBy(() -> HarnessAggregation.brier(new int[] {2}, new double[][] {{0, 1}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_task_of_glue_has_its_own_metrics() {
        // Given
        double[] predictions = {1, 0, 1};
        double[] references = {1, 0, 0};

        // When
        Map<String, Double> mrpc = GlueTask.of("mrpc").orElseThrow().metrics(predictions, references);

        // Then
        assertThat(mrpc).containsEntry("f1", 2.0 / 3).containsKey("accuracy");
        assertThat(GlueTask.STSB.metrics(predictions, new double[] {1, 1, 1})).containsEntry("pearson", Double.NaN);
        assertThat(GlueTask.COLA.metrics(references, references)).containsEntry("matthews_correlation", 1.0);
        assertThat(GlueTask.of("other")).isEmpty();
        assertThatThrownBy(() -> GlueTask.COLA.metrics(references, new double[] {2, 0, 0}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
