package dev.assay.scoring.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassificationMetricsTest {

    private static final List<String> TRUTH = List.of("A", "B", "C", "D", "A");

    @ParameterizedTest
    @CsvSource({
        "accuracy, 0.6",
        "balanced_accuracy, 0.625",
        "mcc, 0.5555555555555556",
        "f1_macro, 0.4666666666666666",
        "f1_micro, 0.6",
        "precision_weighted, 0.7",
        "recall_weighted, 0.6"
    })
    void metrics_of_labels_equal_scikit_learns(String name, double expected) {
        // When
        Score score = over(name, Map.of(), TRUTH, "A", "B", "[invalid]", "D", "B");

        // Then
        assertThat(score.asValue().orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void an_answer_that_was_not_found_is_wrong_but_no_label() {
        // When
        Score macro = over("f1_macro", Map.of(), TRUTH, "A", "B", null, "D", "B");

        // Then: as with the labels A to D given
        assertThat(macro.asValue().orElseThrow()).isCloseTo(0.5833333333333333, within(1e-12));
    }

    @Test
    void two_classes_have_f1_and_matthews_correlation() {
        // When
        ConfusionMatrix<Integer> matrix =
                ConfusionMatrix.of(List.of(1, 1, 0, 0), List.of(1, 0, 0, 0), Comparator.naturalOrder());

        // Then
        assertThat(matrix.of(1, 1).f()).isCloseTo(2.0 / 3, within(1e-15));
        assertThat(matrix.matthews()).isCloseTo(1 / Math.sqrt(3), within(1e-15));
        assertThat(matrix.of(2, 1).f()).isZero();
    }

    @Test
    void there_may_be_as_many_labels_as_samples() {
        // Given: a table of all pairs would have 1.6 thousand million cells
        List<String> truth =
                IntStream.range(0, 40_000).mapToObj(Integer::toString).toList();
        String[] predictions = IntStream.range(0, 40_000)
                .mapToObj(i -> i % 2 == 0 ? "" + i : "0")
                .toArray(String[]::new);

        // When
        Score macro = over("f1_macro", Map.of(), truth, predictions);

        // Then: of the even ones all are right, but for 0, which is predicted 20,001 times
        assertThat(macro.asValue().orElseThrow()).isCloseTo((19_999 + 2.0 / 20_002) / 40_000, within(1e-12));
    }

    @Test
    void chance_alone_leaves_kappa_undefined() {
        assertThat(over("cohen_kappa", Map.of(), List.of("A", "A"), "A", "A")).isInstanceOf(Score.Unscorable.class);
    }

    @Test
    void case_may_be_ignored() {
        // When
        Score score = over("accuracy", Map.of("ignore_case", true), List.of("Yes", "no"), " yes", "NO ");

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
    }

    @Test
    void probabilities_are_read_as_numbers_and_lists() {
        // Given
        List<String> truth = List.of("0", "1", "1", "0");

        // When
        Score area = over("roc_auc", Map.of(), truth, "0.064", "0.455", "[0.01, 0.99]", "0.01");
        Score loss = over("log_loss", Map.of(), truth, "0.064", "0.455", "[0.01, 0.99]", "0.01");
        Score brier = over("brier", Map.of(), truth, "0.064", "0.455", "[0.01, 0.99]", "0.01");

        // Then
        assertThat(area).isEqualTo(Score.RIGHT);
        assertThat(loss.asValue().orElseThrow()).isCloseTo(0.21842458356068364, within(1e-12));
        assertThat(brier.asValue().orElseThrow()).isCloseTo(0.07533025, within(1e-12));
    }

    @Test
    void what_is_no_probability_is_sure_of_what_is_false() {
        assertThat(over("brier", Map.of(), List.of("1", "0"), "maybe", null)).isEqualTo(Score.RIGHT);
    }

    @Test
    void a_ranking_needs_both_kinds() {
        assertThat(over("roc_auc", Map.of(), List.of("1", "1"), "0.5", "0.7")).isInstanceOf(Score.Unscorable.class);
    }

    @Test
    void confidence_of_four_fifths_and_accuracy_of_one_half_are_three_tenths_apart() {
        // When
        Score error = over("ece", Map.of("bins", 5), List.of("1", "0"), "0.8", "0.8");

        // Then
        assertThat(error.asValue().orElseThrow()).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void equal_numbers_are_one_step_of_the_ranking() {
        // Given
        boolean[] positive = {true, false, true, false};
        double[] numbers = {0.5, 0.5, 0.5, 0.5};

        // Then
        assertThat(Ranking.rocArea(positive, numbers)).isEqualTo(OptionalDouble.of(0.5));
        assertThat(Ranking.averagePrecision(positive, numbers)).isEqualTo(0.5);
        assertThat(Ranking.averagePrecision(new boolean[4], numbers)).isZero();
    }

    private static Score over(
            String name, Map<String, Object> parameters, List<String> truth, @Nullable String... predicted) {
        CorpusMetric metric = (CorpusMetric) MetricRegistry.standard()
                .create(new Definition("", name, parameters))
                .metric();
        List<Evidence> set = new ArrayList<>();
        List<@Nullable String> predictions = Arrays.asList(predicted);
        for (int i = 0; i < truth.size(); i++) {
            set.add(metric.evidence(predictions.get(i), Sample.of(truth.get(i))));
        }
        return metric.over(set);
    }
}
