package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgingTest {

    private final Scenario scenario = new Scenario().workers(8);

    @Test
    void a_judge_is_asked_when_the_scorer_wants_it_and_the_run_waits_for_the_last_of_it() {
        // Given
        scenario.submitJudged(2);
        List<TaskRow> samples = scenario.advance();
        samples.forEach(this::answer);
        scenario.advance();
        scenario.want(samples);
        assertThat(scenario.states()).doesNotContain(RunState.FINISHING);
        List<TaskRow> judgements = scenario.advance();

        // When
        judgements.forEach(this::answer);
        scenario.allWanted();
        scenario.advance();

        // Then
        assertThat(judgements).extracting(row -> row.task().model()).containsExactly(1, 1);
        assertThat(scenario.only(RunEvent.SamplesSettled.class).outcomes()).isEqualTo(2);
        assertThat(scenario.only(RunEvent.Settled.class).outcomes()).isEqualTo(4);
        scenario.scored().charged();
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
    }

    @Test
    void what_is_wanted_again_is_asked_once() {
        // Given
        scenario.submitJudged(2);
        List<TaskRow> samples = scenario.advance();
        scenario.want(samples);

        // When
        scenario.want(samples);

        // Then
        assertThat(scenario.judgeLane().total()).isEqualTo(2);
        assertThat(scenario.advance()).hasSize(2);
    }

    @Test
    void a_run_without_answers_ends_when_nothing_is_wanted() {
        // Given
        scenario.submitJudged(1);
        TaskRow sample = scenario.advance().getFirst();
        scenario.accept(sample, scenario.call());
        scenario.fail(sample, FailureKind.BROKEN, true);
        scenario.advance();

        // When
        scenario.allWanted();
        scenario.advance();

        // Then
        assertThat(scenario.only(RunEvent.Settled.class).outcomes()).isEqualTo(1);
        scenario.scored().charged();
        assertThat(scenario.states()).endsWith(RunState.PARTIAL);
    }

    @Test
    void a_judgement_that_fails_leaves_the_run_partial() {
        // Given
        scenario.submitJudged(1);
        List<TaskRow> samples = scenario.advance();
        samples.forEach(this::answer);
        scenario.want(samples);
        TaskRow judgement = scenario.advance().getFirst();
        scenario.accept(judgement, scenario.call());

        // When
        scenario.fail(judgement, FailureKind.BROKEN, true);
        scenario.allWanted();
        scenario.advance();

        // Then
        scenario.scored().charged();
        assertThat(scenario.states()).endsWith(RunState.PARTIAL);
    }

    @Test
    void after_a_restart_the_scorer_is_told_again_and_what_was_wanted_goes_on() {
        // Given
        scenario.submitJudged(3);
        List<TaskRow> samples = scenario.advance();
        samples.forEach(this::answer);
        scenario.want(samples.subList(0, 2));

        // When
        scenario.restart();
        List<TaskRow> judgements = scenario.workers(8).advance();

        // Then
        assertThat(judgements).hasSize(2);
        assertThat(scenario.only(RunEvent.SamplesSettled.class).outcomes()).isEqualTo(3);
    }

    @Test
    void a_cancelled_run_asks_no_judge_any_more() {
        // Given
        scenario.submitJudged(2);
        List<TaskRow> samples = scenario.advance();
        samples.forEach(this::answer);
        scenario.want(samples);

        // When
        scenario.cancel("enough");
        scenario.want(samples);

        // Then
        assertThat(scenario.advance()).isEmpty();
        assertThat(scenario.only(RunEvent.Settled.class).outcomes()).isEqualTo(2);
    }

    @Test
    void a_judge_with_a_budget_shows_by_one_call_what_it_costs_before_others_begin() {
        // Given: twenty cheap answers, and 0.08 of 0.1 left
        scenario.workers(100).submitJudged(20, Money.usd("0.1"));
        List<TaskRow> samples = new ArrayList<>(scenario.advance());
        samples.forEach(this::answer);
        scenario.spent(16, "0.016", "0.001");
        List<TaskRow> rest = scenario.advance();
        rest.forEach(this::answer);
        samples.addAll(rest);
        scenario.spent(20, "0.02", "0.001");
        scenario.want(samples);

        // When
        List<TaskRow> first = scenario.advance();
        List<TaskRow> whileUnderWay = scenario.advance();
        answer(first.getFirst());
        List<TaskRow> beforeItIsCharged = scenario.advance();

        scenario.charged(first.getFirst(), "0.02");
        scenario.spent(21, "0.04", "0.02");
        List<TaskRow> known = scenario.advance();

        // Then: 0.06 pays for three more, and would for sixty at 0.001
        assertThat(first).hasSize(1);
        assertThat(whileUnderWay).isEmpty();
        assertThat(beforeItIsCharged).isEmpty();
        assertThat(known).hasSize(3);
    }

    @Test
    void a_judges_call_that_showed_nothing_is_followed_by_another_one_when_it_is_charged() {
        // Given
        scenario.workers(100).submitJudged(2, Money.usd("0.1"));
        List<TaskRow> samples = scenario.advance();
        samples.forEach(this::answer);
        scenario.spent(2, "0.002", "0.001");
        scenario.want(samples);
        TaskRow first = scenario.advance().getFirst();
        scenario.accept(first, scenario.call());
        scenario.fail(first, FailureKind.BROKEN, true);

        // When
        List<TaskRow> uncharged = scenario.advance();
        scenario.spent(3, "0.002", "0.001");

        // Then
        assertThat(uncharged).isEmpty();
        assertThat(scenario.advance()).hasSize(1);
    }

    private void answer(TaskRow row) {
        scenario.accept(row, scenario.call());
        scenario.answer(row);
    }
}
