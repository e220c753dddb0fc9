package dev.assay.scoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.metric.ConfiguredMetric;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import dev.assay.scoring.statistics.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SetAggregationTest {

    private static final List<String> WORDS = List.of("plum", "pear", "fig", "kiwi", "lime");

    @Test
    void the_value_of_a_set_is_the_metric_of_all_its_samples_and_not_their_mean() {
        // Given
        Set wer = new Set("wer");
        RunAggregation run = wer.run(1);
        run.add(wer.row(0, "a", "one two three four", "one"));
        run.add(wer.row(1, "b", "one two", "one two three"));

        // When
        List<Aggregate> aggregates = run.aggregates();

        // Then: two errors in four words, and one in three; none is of the words
        assertThat(aggregates).extracting(a -> a.estimate().mean()).containsExactly(4.0 / 4, 3.0, 1.0 / 3);
    }

    @Test
    void a_metric_of_a_set_has_no_bounds_but_an_interval_by_resampling() {
        // Given
        Set accuracy = new Set("f1_macro");
        RunAggregation run = accuracy.run(1);
        SplittableRandom random = new SplittableRandom(1);
        for (int item = 0; item < 200; item++) {
            String truth = WORDS.get(random.nextInt(3));
            run.add(accuracy.row(item, null, random.nextDouble() < 0.8 ? truth : "fig", truth));
        }

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        Estimate estimate = aggregate.estimate();
        assertThat(aggregate.bounds()).isNull();
        assertThat(estimate.intervalName()).isEqualTo("bootstrap-95");
        assertThat(estimate.interval().orElseThrow().contains(estimate.mean())).isTrue();
        assertThat(estimate.interval().orElseThrow().width()).isBetween(0.02, 0.25);
    }

    @Test
    void many_samples_are_folded_without_changing_the_value_and_hardly_the_interval() {
        // Given: the same items once and five times over, so that the error shrinks by the root of five
        Set bleu = new Set("bleu");
        RunAggregation once = bleu.run(1);
        RunAggregation often = bleu.run(1);
        for (int item = 0; item < 1_500; item++) {
            once.add(bleu.row(item, null, sentence(item, 0.5), sentence(item, 0)));
        }
        for (int item = 0; item < 7_500; item++) {
            often.add(bleu.row(item, null, sentence(item % 1_500, 0.5), sentence(item % 1_500, 0)));
        }

        // When
        Estimate few = once.aggregates().getFirst().estimate();
        Estimate many = often.aggregates().getFirst().estimate();

        // Then
        assertThat(many.n()).isEqualTo(7_500);
        assertThat(many.mean()).isCloseTo(few.mean(), within(1e-9));
        double ratio = few.interval().orElseThrow().width()
                / many.interval().orElseThrow().width();
        assertThat(ratio).isBetween(1.7, 2.9);
    }

    @Test
    void labels_of_more_items_than_are_drawn_have_an_interval_around_the_value() {
        // Given
        Set kappa = new Set("cohen_kappa");
        RunAggregation run = kappa.run(1);
        SplittableRandom random = new SplittableRandom(2);
        for (int item = 0; item < 6_000; item++) {
            String truth = WORDS.get(random.nextInt(5));
            run.add(kappa.row(item, null, random.nextDouble() < 0.7 ? truth : WORDS.get(random.nextInt(5)), truth));
        }

        // When
        Estimate estimate = run.aggregates().getFirst().estimate();

        // Then: the standard error of kappa is near sqrt(p(1-p)/n) / (1 - chance), 0.0069
        assertThat(estimate.interval().orElseThrow().contains(estimate.mean())).isTrue();
        assertThat(estimate.interval().orElseThrow().width()).isCloseTo(0.029, within(0.008));
    }

    @Test
    void repeats_of_an_item_are_all_samples_of_the_set_and_drawn_together() {
        // Given
        Set wer = new Set("wer");
        RunAggregation run = wer.run(2);
        run.add(wer.row(0, 0, "one", "one"));
        run.add(wer.row(0, 1, "two", "one"));

        // When
        Estimate estimate = run.aggregates().getFirst().estimate();

        // Then
        assertThat(estimate.mean()).isEqualTo(0.5);
        assertThat(estimate.n()).isEqualTo(1);
        assertThat(estimate.method()).isEqualTo(Estimate.Method.NONE);
    }

    @Test
    void a_set_for_which_the_metric_is_not_defined_has_no_value() {
        // Given: a ranking of nothing but positives
        Set area = new Set("roc_auc");
        RunAggregation run = area.run(1);
        run.add(area.row(0, null, "0.7", "1"));
        run.add(area.row(1, null, "0.9", "1"));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.estimate()).isNull();
        assertThat(aggregate.scored()).isEqualTo(2);
    }

    @Test
    void while_a_run_goes_on_there_is_a_value_without_an_interval() {
        // Given
        Set wer = new Set("wer");
        RunAggregation live = RunAggregation.live(wer.columns(), 0.95);
        for (int item = 0; item < 10; item++) {
            live.add(wer.row(item, null, item % 2 == 0 ? "one" : "two", "one"));
        }

        // When
        Estimate estimate = live.aggregates().getFirst().estimate();

        // Then
        assertThat(estimate.mean()).isEqualTo(0.5);
        assertThat(estimate.interval()).isEmpty();
    }

    private static String sentence(int item, double noise) {
        SplittableRandom words = new SplittableRandom(item);
        SplittableRandom mistakes = new SplittableRandom(item + 1L);
        List<String> sentence = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String word = WORDS.get(words.nextInt(WORDS.size()));
            sentence.add(mistakes.nextDouble() < noise * (item % 3) / 2 ? "other" : word);
        }
        return String.join(" ", sentence);
    }

    /** One metric, as a run's only one. */
    private record Set(ConfiguredMetric metric) {

        Set(String name) {
            this(MetricRegistry.standard().create(name, "metrics[0]"));
        }

        List<MetricColumn> columns() {
            return List.of(new MetricColumn(
                    "m", metric.type().minimum(), metric.type().maximum(), (CorpusMetric) metric.metric()));
        }

        RunAggregation run(int repeats) {
            return new RunAggregation(columns(), repeats, 0.95);
        }

        SampleRow row(int item, String category, String prediction, String reference) {
            return row(item, category, 0, prediction, reference);
        }

        SampleRow row(int item, int repeat, String prediction, String reference) {
            return row(item, null, repeat, prediction, reference);
        }

        private SampleRow row(int item, String category, int repeat, String prediction, String reference) {
            Sample sample = Sample.of(reference);
            MetricScore score = new MetricScore(((Score.Value) metric.score(prediction, sample)).value(), true)
                    .withEvidence(((CorpusMetric) metric.metric()).evidence(prediction, sample));
            return new SampleRow(0, category, item, repeat, OutcomeKind.ANSWERED, Map.of("m", score));
        }
    }
}
