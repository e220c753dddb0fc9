package dev.assay.scorer.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.VariantAggregate;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.VariantUse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringDeskTest extends DeskScenario {

    @Test
    void a_settled_run_gets_its_final_aggregates_once_all_outcomes_are_there() throws SQLException {
        // Given
        desk.planned(planned(4, 1));
        desk.settled(settled(4));
        desk.take(List.of(answered(0, "The answer is 1."), answered(1, "It is 2")));

        // When
        desk.take(List.of(answered(2, "wrong: 7"), failed(3)));

        // Then: 2 of 3 answered are right, one of 4 is missing
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.samples()).isEqualTo(4);
        assertThat(whole.answered()).isEqualTo(3);
        assertThat(whole.failed()).isEqualTo(1);
        assertThat(whole.coverage()).isEqualTo(0.75);
        assertThat(whole.value()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(whole.interval()).isEqualTo("wilson-95");
        assertThat(whole.boundLow()).isEqualTo(0.5);
        assertThat(whole.boundHigh()).isEqualTo(0.75);
    }

    @Test
    void a_batch_that_comes_again_is_told_again_and_counted_once() throws SQLException {
        // Given
        desk.planned(planned(2, 1));
        List<AttemptOutcome> batch = List.of(answered(0, "1"), answered(1, "0"));
        desk.take(batch);

        // When
        desk.take(batch);
        desk.settled(settled(2));

        // Then
        assertThat(told.stream().filter(ScoreEvent.SamplesScored.class::isInstance))
                .hasSize(2);
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(2);
    }

    @Test
    void the_first_final_outcome_of_a_sample_stays() throws SQLException {
        // Given
        desk.planned(planned(1, 1));
        desk.take(List.of(answered(0, "1")));

        // When
        desk.take(List.of(answered(0, "99")));
        desk.settled(settled(1));

        // Then
        assertThat(finalAggregates().getFirst().value()).isEqualTo(1.0);
    }

    @Test
    void outcomes_that_come_before_the_plan_are_scored_when_it_comes() throws SQLException {
        // Given
        desk.take(List.of(answered(0, "1"), answered(1, "2")));

        // When
        desk.planned(planned(2, 1));
        desk.settled(settled(2));

        // Then
        assertThat(finalAggregates().getFirst().value()).isEqualTo(1.0);
    }

    @Test
    void samples_that_were_never_tried_lower_the_coverage() throws SQLException {
        // Given
        desk.planned(planned(4, 1));
        desk.take(List.of(answered(0, "1")));

        // When
        desk.settled(settled(1));

        // Then
        assertThat(finalAggregates().getFirst())
                .extracting(MetricAggregate::samples, MetricAggregate::coverage, MetricAggregate::boundLow)
                .containsExactly(4L, 0.25, 0.25);
    }

    @Test
    void repeats_of_an_item_are_averaged_before_the_interval() throws SQLException {
        // Given: two items, asked twice; one right once, the other right twice
        desk.planned(planned(2, 2));
        desk.take(List.of(answer(0, 0, "1"), answer(0, 1, "8"), answer(1, 0, "2"), answer(1, 1, "2")));

        // When
        desk.settled(settled(4));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.value()).isEqualTo(0.75);
        assertThat(whole.interval()).isEqualTo("wilson-t-95");
    }

    @Test
    void a_finished_run_is_scored_anew_from_what_is_stored() throws SQLException {
        // Given
        desk.planned(planned(2, 1));
        desk.take(List.of(answered(0, "about 1.04"), answered(1, "2")));
        desk.settled(settled(2));
        double before = finalAggregates().getFirst().value();

        // When
        desk.rescore(new RunEvent.RescoreRequested(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                2,
                List.of(),
                List.of(new MetricSpec("near", "numeric", "default", Map.of("absolute_tolerance", 0.1)))));

        // Then
        assertThat(before).isEqualTo(0.5);
        assertThat(finalAggregates())
                .filteredOn(aggregate -> aggregate.category() == null)
                .singleElement()
                .extracting(MetricAggregate::metric, MetricAggregate::value)
                .containsExactly("near", 1.0);
    }

    @Test
    void a_metric_of_a_set_is_aggregated_over_the_set_and_what_it_cannot_score_lowers_the_coverage()
            throws SQLException {
        // Given: two wrong words of three, counted over all references
        desk.planned(planned(4, 1, List.of(new MetricSpec("wer", "wer", "whole", Map.of("transform", "standardize")))));
        desk.take(List.of(said(0, "one two three", List.of("One two four")), said(1, "five six", List.of("five"))));
        desk.take(List.of(said(2, "seven", List.of()), failed(3)));

        // When
        desk.settled(settled(4));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.value()).isEqualTo(0.5);
        assertThat(whole.interval()).isEqualTo("bootstrap-95");
        assertThat(whole.boundHigh()).isNull();
        assertThat(whole.lowerIsBetter()).isTrue();
        assertThat(whole.answered()).isEqualTo(3);
        assertThat(whole.unscored()).isEqualTo(1);
        assertThat(whole.coverage()).isEqualTo(0.5);
        assertThat(told.stream()
                        .filter(ScoreEvent.SamplesScored.class::isInstance)
                        .map(ScoreEvent.SamplesScored.class::cast)
                        .flatMap(scored -> scored.samples().stream())
                        .filter(sample -> sample.taskId().item() == 2))
                .singleElement()
                .satisfies(sample -> assertThat(sample.scores()).isEmpty())
                .extracting(sample -> sample.unscored().get("wer"))
                .isEqualTo("the item has no reference");
    }

    @Test
    void other_forms_of_the_items_are_compared_with_them_and_count_for_nothing_else() throws SQLException {
        // Given: items 1, 2 and 3; the form of the third was not asked
        VariantUse typos = new VariantUse("typos", VariantUse.Kind.PERTURBATION, "typos", Map.of());
        VariantUse loud = new VariantUse("loud", VariantUse.Kind.PERTURBATION, "letter_case", Map.of());
        desk.planned(planned(
                3, 1, List.of(new MetricSpec("numeric", "numeric", "default", Map.of())), List.of(typos, loud)));
        desk.settled(settled(8));

        // When
        desk.take(List.of(
                answered(0, "1"),
                answered(1, "2"),
                answered(2, "7"),
                answer(0, 1, "1"),
                answer(1, 1, "9"),
                answer(0, 2, "8"),
                answer(1, 2, "2"),
                answer(2, 2, "3")));

        // Then
        MetricAggregate whole = finalAggregates().getFirst();
        assertThat(whole.samples()).isEqualTo(3);
        assertThat(whole.value()).isCloseTo(2.0 / 3, within(1e-12));
        List<VariantAggregate> variants = ((ScoreEvent.Aggregated) told.getLast()).variants();
        assertThat(variants)
                .extracting(
                        VariantAggregate::variant,
                        VariantAggregate::items,
                        VariantAggregate::asked,
                        VariantAggregate::original,
                        VariantAggregate::value,
                        VariantAggregate::changed,
                        VariantAggregate::better,
                        VariantAggregate::worse)
                .containsExactly(
                        tuple(null, 3L, 3L, 2.0 / 3, 0.0, 1.0, 0L, 2L),
                        tuple("typos", 2L, 2L, 1.0, 0.5, 0.5, 0L, 1L),
                        tuple("loud", 3L, 3L, 2.0 / 3, 2.0 / 3, 2.0 / 3, 1L, 1L));
        assertThat(variants.get(1).difference()).isEqualTo(-0.5);
        assertThat(variants.get(1).low()).isNegative();
    }
}
