package dev.assay.scorer.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.StopDecision;
import dev.assay.contracts.event.StoppedModel;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.StopRule;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run whose questions may be answered before all of its items are. */
class StoppingDeskTest extends DeskScenario {

    /** So many right answers in a row show that a model is above 0.8; the usual least number of items is more. */
    private static final int NEEDED = 50;

    @Test
    void a_question_is_answered_while_the_run_goes_on_and_results_are_those_of_the_items_it_took() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));

        // When
        answerAll(desk);
        List<ScoreEvent.Decided> live = List.copyOf(decided());
        desk.settled(settled(200));

        // Then
        StopDecision decision = live.getLast().decisions().getFirst();
        assertThat(decision.verdict()).isEqualTo(StopDecision.Verdict.ABOVE);
        assertThat(decision.items()).isBetween(50, 100);
        assertThat(decision.low()).isGreaterThanOrEqualTo(0.8);
        assertThat(live.getLast().stopped()).containsExactly(new StoppedModel(new ModelId("m"), decision.items(), 0));
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(decision.items());
        assertThat(finalAggregates().getFirst().coverage()).isEqualTo(1);
    }

    @Test
    void the_answer_is_the_same_after_a_restart_in_the_middle() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        List<AttemptOutcome> firstHalf = new ArrayList<>();
        for (int item = 0; item < 100; item++) {
            firstHalf.add(answered(item, String.valueOf(item + 1)));
        }
        desk.take(firstHalf);

        // When: what was in memory is gone
        ScoringDesk restarted = newDesk();
        answerAll(restarted);
        restarted.settled(settled(200));
        StopDecision decision = decided().getLast().decisions().getFirst();

        // Then
        assertThat(decision.verdict()).isEqualTo(StopDecision.Verdict.ABOVE);
        assertThat(decision.items()).isEqualTo(NEEDED);
    }

    @Test
    void a_decision_that_was_stored_and_not_told_is_told_when_the_batch_comes_again() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        List<AttemptOutcome> all = new ArrayList<>();
        for (int item = 0; item < 200; item++) {
            all.add(answered(item, String.valueOf(item + 1)));
        }
        desk.take(all);
        told.clear();

        // When
        newDesk().take(all);

        // Then
        assertThat(decided())
                .singleElement()
                .satisfies(event -> assertThat(event.decisions())
                        .singleElement()
                        .extracting(StopDecision::items)
                        .isEqualTo(NEEDED));
    }

    @Test
    void an_open_question_is_told_in_the_end_with_all_items() throws SQLException {
        // Given: as good as asked for
        desk.planned(asking(4, 0.5));
        desk.take(List.of(answered(0, "1"), answered(1, "0"), answered(2, "3"), failed(3)));

        // When
        desk.settled(settled(4));

        // Then
        assertThat(decided()).singleElement().satisfies(event -> {
            assertThat(event.stopped()).isEmpty();
            assertThat(event.decisions())
                    .singleElement()
                    .extracting(StopDecision::verdict, StopDecision::items, StopDecision::missing)
                    .containsExactly(StopDecision.Verdict.OPEN, 4, 1L);
        });
        assertThat(finalAggregates().getFirst().samples()).isEqualTo(4);
    }

    @Test
    void another_scoring_decides_nothing_anew_and_is_of_the_same_items() throws SQLException {
        // Given
        desk.planned(asking(200, 0.8));
        answerAll(desk);
        desk.settled(settled(200));
        told.clear();

        // When
        desk.rescore(new RunEvent.RescoreRequested(
                IDS.nextEvent(),
                NOW,
                GROUP,
                run,
                2,
                List.of(),
                List.of(new MetricSpec("exact", "exact_match", "default", Map.of()))));

        // Then
        assertThat(decided()).isEmpty();
        assertThat(finalAggregates().getFirst())
                .extracting(MetricAggregate::metric, MetricAggregate::samples)
                .containsExactly("exact", (long) NEEDED);
    }

    /** 200 items, all answered right, in the order of their ids, which is not that of the plan. */
    private void answerAll(ScoringDesk to) throws SQLException {
        for (int from = 0; from < 200; from += 20) {
            List<AttemptOutcome> batch = new ArrayList<>();
            for (int item = from; item < from + 20; item++) {
                batch.add(answered(item, String.valueOf(item + 1)));
            }
            to.take(batch);
        }
    }

    private List<ScoreEvent.Decided> decided() {
        return told.stream()
                .filter(ScoreEvent.Decided.class::isInstance)
                .map(ScoreEvent.Decided.class::cast)
                .toList();
    }

    private RunEvent.Planned asking(int items, double threshold) {
        RunDefinition plain = planned(items, 1).definition();
        RunDefinition asking = new RunDefinition(
                plain.id(),
                plain.group(),
                plain.name(),
                plain.benchmark(),
                plain.models(),
                plain.items(),
                plain.repeats(),
                plain.seed(),
                plain.budget(),
                plain.priceBook(),
                plain.attempts(),
                plain.tags(),
                new StopRule(
                        "numeric", StopRule.Goal.ABOVE, threshold, List.of(), 0.95, 50, null, StopRule.About.QUESTIONS),
                List.of(),
                List.of());
        return new RunEvent.Planned(IDS.nextEvent(), NOW, GROUP, run, asking, ContentHash.of("manifest"));
    }
}
