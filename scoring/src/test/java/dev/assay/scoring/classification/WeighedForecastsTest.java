package dev.assay.scoring.classification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Metrics of probabilities over sets that hold some samples several times. */
class WeighedForecastsTest {

    private static final List<String> NAMES =
            List.of("roc_auc", "average_precision", "log_loss", "brier", "ece", "wer", "f1_macro");

    /** The values are those of scikit-learn's definitions with {@code sample_weight}, worked out by hand. */
    @ParameterizedTest
    @CsvSource({
        "roc_auc, 0.7142857142857143",
        "average_precision, 0.9047619047619047",
        "brier, 0.17503",
        "log_loss, 0.5112072408655236",
        "ece, 0.359"
    })
    void weights_count_as_often_as_they_say(String name, double expected) {
        // Given
        CorpusMetric metric = metric(name);
        List<Evidence> samples = List.of(
                metric.evidence("0.12", Sample.of("0")),
                metric.evidence("0.42", Sample.of("0")),
                metric.evidence("0.35", Sample.of("1")),
                metric.evidence("0.83", Sample.of("1")));

        // When
        Score score = metric.weighed(samples).over(new int[] {1, 2, 3, 4});

        // Then
        assertThat(score.asValue().orElseThrow()).isCloseTo(expected, within(1e-12));
    }

    @Property(tries = 300)
    void a_resample_by_weights_has_the_value_of_its_rows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int rows) {
        // Given: a resample of rows, some of which are equal, and its weights
        Random random = new Random(seed);
        int[] times = new int[rows];
        for (int draw = 0; draw < rows; draw++) {
            times[random.nextInt(rows)]++;
        }
        for (String name : NAMES) {
            CorpusMetric metric = metric(name);
            List<Evidence> samples = samples(metric, rows, new Random(seed));
            List<Evidence> drawn = new ArrayList<>();
            for (int row = 0; row < rows; row++) {
                for (int time = 0; time < times[row]; time++) {
                    drawn.add(samples.get(row));
                }
            }

            // When
            Score byRows = metric.over(drawn);
            Score byWeights = metric.weighed(samples).over(times);

            // Then
            if (byRows instanceof Score.Value value) {
                assertThat(byWeights.asValue().orElseThrow()).as(name).isCloseTo(value.value(), within(1e-12));
            } else {
                assertThat(byWeights).as(name).isEqualTo(byRows);
            }
        }
    }

    @Test
    void a_sample_of_several_classes_matters_to_a_ranking_only_if_it_is_held() {
        // Given
        CorpusMetric metric = metric("roc_auc");
        List<Evidence> samples = List.of(
                metric.evidence("0.9", Sample.of("1")),
                metric.evidence("0.1", Sample.of("0")),
                metric.evidence("[0.2, 0.3, 0.5]", Sample.of("2")));
        CorpusMetric.Weighed weighed = metric.weighed(samples);

        // When / Then
        assertThat(weighed.over(new int[] {1, 1, 0})).isEqualTo(Score.of(1.0));
        assertThat(weighed.over(new int[] {1, 1, 1}))
                .isEqualTo(new Score.Unscorable("a ranking needs the probability of one label, not of several"));
        assertThat(weighed.over(new int[] {0, 0, 0})).isEqualTo(new Score.Unscorable("there are no samples"));
    }

    private static CorpusMetric metric(String name) {
        return (CorpusMetric)
                MetricRegistry.standard().create(name, "metrics[0]").metric();
    }

    private static List<Evidence> samples(CorpusMetric metric, int rows, Random random) {
        List<Evidence> samples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            String truth = random.nextBoolean() ? "1" : "0";
            String prediction = switch (random.nextInt(4)) {
                case 0 -> "0.5";
                case 1 -> "no number";
                case 2 -> "[%s, 0.25]".formatted(random.nextDouble());
                default -> Double.toString(random.nextDouble());
            };
            samples.add(metric.evidence(prediction, Sample.of(truth)));
        }
        return samples;
    }
}
