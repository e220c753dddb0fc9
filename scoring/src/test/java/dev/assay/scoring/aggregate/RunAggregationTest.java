package dev.assay.scoring.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.repeats.RepeatFold;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunAggregationTest {

    private static final MetricColumn MATCH = MetricColumn.unit("match");
    private static final MetricColumn F1 = MetricColumn.unit("f1");

    @Test
    void every_model_has_a_whole_and_its_categories_in_order() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH, F1), 1, 0.95);
        run.add(row(1, "b", 0, 0, 1));
        run.add(row(0, "b", 0, 0, 1));
        run.add(row(0, "a", 1, 0, 0));
        run.add(row(0, null, 2, 0, 0));

        // When
        List<Aggregate> aggregates = run.aggregates();

        // Then
        assertThat(aggregates)
                .extracting(a -> a.model() + " " + a.category() + " " + a.metric() + " " + a.items())
                .containsExactly(
                        "0 null match 3",
                        "0 null f1 3",
                        "0 a match 1",
                        "0 a f1 1",
                        "0 b match 1",
                        "0 b f1 1",
                        "1 null match 1",
                        "1 null f1 1",
                        "1 b match 1",
                        "1 b f1 1");
    }

    @Test
    void a_sample_without_an_answer_lowers_coverage_and_opens_the_bounds_but_not_the_score() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 1, 0.95);
        run.add(row(0, null, 0, 0, 1));
        run.add(row(0, null, 1, 0, 1));
        run.add(row(0, null, 2, 0, 0));
        run.add(missing(3, 0, OutcomeKind.FAILED));
        run.add(missing(4, 0, OutcomeKind.REFUSED));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.samples()).isEqualTo(new SampleCounts(3, 1, 1, 0));
        assertThat(aggregate.scored()).isEqualTo(3);
        assertThat(aggregate.coverage()).isEqualTo(0.6);
        assertThat(aggregate.estimate().mean()).isEqualTo(2.0 / 3);
        assertThat(aggregate.estimate().interval()).contains(Interval.wilson(2, 3, 0.95));
        assertThat(aggregate.bounds()).isEqualTo(new Bounds(0.4, 0.8));
    }

    @Test
    void a_run_without_any_answer_has_no_score() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 1, 0.95);
        run.add(missing(0, 0, OutcomeKind.FAILED));
        run.add(missing(1, 0, OutcomeKind.CANCELLED));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.estimate()).isNull();
        assertThat(aggregate.coverage()).isZero();
        assertThat(aggregate.bounds()).isEqualTo(new Bounds(0, 1));
    }

    @Test
    void an_answer_that_a_metric_could_not_score_or_extract_is_counted_apart() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH, F1), 1, 0.95);
        run.add(new SampleRow(0, null, 0, 0, OutcomeKind.ANSWERED, Map.of("match", new MetricScore(0, false))));
        run.add(row(0, null, 1, 0, 1));

        // When
        List<Aggregate> aggregates = run.aggregates();

        // Then
        assertThat(aggregates).extracting(Aggregate::unextracted).containsExactly(1L, 0L);
        assertThat(aggregates).extracting(Aggregate::scored).containsExactly(2L, 1L);
        assertThat(aggregates).extracting(Aggregate::coverage).containsExactly(1.0, 0.5);
        assertThat(aggregates).extracting(a -> a.samples().answered()).containsExactly(2L, 2L);
    }

    @Test
    void a_fold_of_repeats_takes_the_place_of_their_mean_and_what_is_missing_opens_its_bounds() {
        // Given
        MetricColumn pass2 = new MetricColumn("match", 0, 1, null, new RepeatFold.AnyOf(2));
        RunAggregation run = new RunAggregation(List.of(pass2), 2, 0.95);
        run.add(row(0, null, 0, 0, 1));
        run.add(row(0, null, 0, 1, 0));
        run.add(row(0, null, 1, 0, 0));
        run.add(row(0, null, 1, 1, 0));
        run.add(row(0, null, 2, 0, 0));
        run.add(missing(2, 1, OutcomeKind.FAILED));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.items()).isEqualTo(3);
        assertThat(aggregate.estimate().mean()).isEqualTo(0.5);
        assertThat(aggregate.estimate().n()).isEqualTo(2);
        assertThat(aggregate.bounds()).isEqualTo(new Bounds(1.0 / 3, 2.0 / 3));
    }

    @Test
    void while_a_run_goes_on_folds_of_repeats_are_left_out() {
        // Given
        MetricColumn majority = new MetricColumn("maj", 0, 1, null, new RepeatFold.MajorityOf(2));
        RunAggregation run = RunAggregation.live(List.of(MATCH, majority), 0.95);
        run.add(row(0, null, 0, 0, 1));

        // When
        List<Aggregate> aggregates = run.aggregates();

        // Then
        assertThat(aggregates).extracting(Aggregate::metric).containsExactly("match");
    }

    @Test
    void repeats_are_averaged_per_item_before_items_are() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 2, 0.95);
        run.add(row(0, null, 0, 0, 1));
        run.add(row(0, null, 0, 1, 0));
        run.add(row(0, null, 1, 0, 1));
        run.add(missing(1, 1, OutcomeKind.FAILED));
        run.add(row(0, null, 2, 0, 0));
        run.add(row(0, null, 2, 1, 0));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.items()).isEqualTo(3);
        assertThat(aggregate.samples().total()).isEqualTo(6);
        assertThat(aggregate.coverage()).isEqualTo(5.0 / 6);
        assertThat(aggregate.estimate().n()).isEqualTo(3);
        assertThat(aggregate.estimate().mean()).isEqualTo(0.5);
        assertThat(aggregate.estimate().method()).isEqualTo(Estimate.Method.GRADED_WILSON);
        assertThat(aggregate.bounds().low()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(aggregate.bounds().high()).isEqualTo(0.5);
    }

    @Test
    void items_that_are_always_right_or_always_wrong_are_proportions_with_repeats_too() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 2, 0.95);
        run.add(row(0, null, 0, 0, 1));
        run.add(row(0, null, 0, 1, 1));
        run.add(row(0, null, 1, 0, 1));
        run.add(row(0, null, 1, 1, 1));

        // When
        Aggregate aggregate = run.aggregates().getFirst();

        // Then
        assertThat(aggregate.estimate().interval()).contains(Interval.wilson(2, 2, 0.95));
    }

    @Test
    void rows_of_repeated_items_must_be_ordered() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 2, 0.95);
        run.add(row(0, null, 1, 0, 1));

        // When
        var refused = assertThatThrownBy(() -> run.add(row(0, null, 0, 0, 1)));

        // Then
        refused.hasMessage("the sample 0.0.0 comes after 0.1.0");
        assertThatThrownBy(() -> run.add(row(0, null, 1, 0, 1))).hasMessage("the sample 0.1.0 comes after 0.1.0");
    }

    @Test
    void aggregates_can_be_asked_for_while_samples_still_arrive() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 1, 0.95);
        run.add(row(0, null, 0, 0, 1));
        List<Aggregate> early = run.aggregates();

        // When
        run.add(row(0, null, 1, 0, 0));

        // Then
        assertThat(early.getFirst().items()).isEqualTo(1);
        assertThat(run.aggregates().getFirst().estimate().mean()).isEqualTo(0.5);
    }

    @Test
    void what_was_not_answered_cannot_have_a_score() {
        // When
        var refused = assertThatThrownBy(
                () -> new SampleRow(0, null, 0, 0, OutcomeKind.FAILED, Map.of("match", new MetricScore(1, true))));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new MetricScore(Double.NaN, true)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aggregations_of_other_metrics_cannot_be_merged() {
        // Given
        RunAggregation run = new RunAggregation(List.of(MATCH), 1, 0.95);

        // When
        var refused = assertThatThrownBy(() -> run.add(new RunAggregation(List.of(F1), 1, 0.95)));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RunAggregation(List.of(MATCH, MATCH), 1, 0.95))
                .hasMessage("two metrics have the same label");
    }

    private static SampleRow row(int model, String category, long item, int repeat, double value) {
        MetricScore score = new MetricScore(value, true);
        return new SampleRow(model, category, item, repeat, OutcomeKind.ANSWERED, Map.of("match", score, "f1", score));
    }

    private static SampleRow missing(long item, int repeat, OutcomeKind outcome) {
        return new SampleRow(0, null, item, repeat, outcome, Map.of());
    }
}
