package dev.assay.scoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.statistics.Sums;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three kinds of evidence: labels, counts that add up, and probabilities, which do not. */
class SetUnitsTest {

    private static final int UNITS = 60;

    @ParameterizedTest
    @ValueSource(
            strings = {"f1_macro", "mcc", "bleu", "wer", "roc_auc", "average_precision", "log_loss", "brier", "ece"})
    void a_set_that_holds_units_more_than_once_is_the_set_of_all_their_samples(String name) {
        // Given
        CorpusMetric metric = metric(name);
        List<List<Evidence>> units = units(metric);
        SplittableRandom random = new SplittableRandom(5);
        int[] times = new int[UNITS];
        List<Evidence> written = new ArrayList<>();
        for (int draw = 0; draw < UNITS; draw++) {
            int unit = random.nextInt(UNITS);
            times[unit]++;
            written.addAll(units.get(unit));
        }

        // When
        double value = SetUnits.of(metric, units).over(times).asValue().orElseThrow();

        // Then
        assertThat(value).isCloseTo(metric.over(written).asValue().orElseThrow(), within(1e-12));
    }

    @Test
    void resamples_draw_whole_units_evenly_and_with_replacement() {
        // Given: one word each, of which every fourth is wrong
        CorpusMetric rate = metric("wer");
        List<List<Evidence>> units = IntStream.range(0, 400)
                .mapToObj(unit -> List.of(rate.evidence(unit % 4 == 0 ? "no" : "yes", Sample.of("yes"))))
                .toList();

        // When
        double[] values = SetUnits.of(rate, units).resampled(4_000, 400, new SplittableRandom(9));

        // Then: a binomial share
        assertThat(Sums.mean(values)).isCloseTo(0.25, within(0.002));
        assertThat(Sums.deviation(values, 1)).isCloseTo(Math.sqrt(0.25 * 0.75 / 400), within(0.001));
    }

    @Test
    void what_is_not_defined_is_left_out() {
        // Given: of two units, one draw in two has both kinds of truth
        CorpusMetric area = metric("roc_auc");
        List<List<Evidence>> units =
                List.of(List.of(area.evidence("0.9", Sample.of("1"))), List.of(area.evidence("0.1", Sample.of("0"))));

        // When
        double[] values = SetUnits.of(area, units).resampled(1_000, 2, new SplittableRandom(9));

        // Then
        assertThat(values.length).isBetween(440, 560);
        assertThat(values).containsOnly(1.0);
    }

    private static CorpusMetric metric(String name) {
        return (CorpusMetric)
                MetricRegistry.standard().create(name, "metrics[0]").metric();
    }

    /** Of one to three samples each. */
    private static List<List<Evidence>> units(CorpusMetric metric) {
        SplittableRandom random = new SplittableRandom(3);
        List<List<Evidence>> units = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            List<Evidence> samples = new ArrayList<>();
            for (int sample = random.nextInt(1, 4); sample > 0; sample--) {
                String truth = random.nextBoolean() ? "1" : "0";
                samples.add(metric.evidence(random.nextInt(4) == 0 ? "0.5" : truth, Sample.of(truth)));
            }
            units.add(samples);
        }
        return units;
    }
}
