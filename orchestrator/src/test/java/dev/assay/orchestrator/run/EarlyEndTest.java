package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.run.RunState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyEndTest {

    private final Scenario scenario = new Scenario();

    @Test
    void a_run_whose_question_is_answered_asks_nothing_more_and_is_complete() {
        // Given
        scenario.submit(4, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.answerAll(first.subList(0, 25));

        // When: five are still with workers, 70 were not sent
        scenario.decided(25, 0);
        List<TaskRow> next = scenario.advance();
        List<RunState> before = List.copyOf(scenario.states());
        scenario.answerAll(first.subList(25, 30));
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(next).isEmpty();
        assertThat(before).containsExactly(RunState.RUNNING);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
        assertThat(scenario.only(RunEvent.Settled.class).outcomes()).isEqualTo(30);
        assertThat(scenario.lastReason()).isEqualTo("The question is answered. Items that were enough, of 100: 25.");
    }

    @Test
    void calls_that_fail_after_the_answer_are_not_tried_again() {
        // Given
        scenario.submit(4, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.answerAll(first.subList(0, 25));
        scenario.accept(first.get(25), scenario.call());
        scenario.fail(first.get(25), FailureKind.OVERLOADED, false);
        first.subList(26, 30).forEach(row -> scenario.accept(row, scenario.call()));

        // When: one waits for another try, three will fail, one is given back
        scenario.decided(25, 0);
        first.subList(26, 29).forEach(row -> scenario.fail(row, FailureKind.OVERLOADED, false));
        scenario.release(first.get(29), null);
        scenario.later(Duration.ofSeconds(60));
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.allDispatched()).hasSize(30);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
    }

    @Test
    void an_answer_that_rests_on_items_without_an_answer_leaves_the_run_partial() {
        // Given
        scenario.submit(1, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.answerAll(first.subList(0, 29));
        scenario.accept(first.get(29), scenario.call());
        scenario.fail(first.get(29), FailureKind.DEADLINE, true);

        // When
        scenario.decided(30, 1);
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.PARTIAL);
    }

    @Test
    void a_decision_survives_a_restart_and_comes_again_without_effect() {
        // Given
        scenario.submit(4, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.answerAll(first);
        scenario.decided(25, 0);

        // When
        scenario.restart();
        scenario.workers(20);
        scenario.decided(25, 0);
        List<TaskRow> next = scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(next).isEmpty();
        assertThat(scenario.lane().total()).isEqualTo(30);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
    }

    @Test
    void a_paused_run_that_is_decided_ends_when_it_is_resumed_and_sends_nothing() {
        // Given
        scenario.submit(4, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.pause();
        scenario.answerAll(first);

        // When
        scenario.decided(25, 0);
        scenario.advance();
        List<RunState> paused = List.copyOf(scenario.states());
        scenario.resume();
        List<TaskRow> next = scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(paused).endsWith(RunState.PAUSED);
        assertThat(next).isEmpty();
        assertThat(scenario.states()).endsWith(RunState.RUNNING, RunState.FINISHING, RunState.COMPLETE);
    }

    @Test
    void a_cancelled_run_stays_cancelled_whatever_is_decided() {
        // Given
        scenario.submit(4, 100).workers(20);
        List<TaskRow> first = scenario.advance();
        scenario.cancel("no longer needed");

        // When
        scenario.decided(25, 0);
        scenario.answerAll(first);
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.CANCELLED);
        assertThat(scenario.lastReason()).isEqualTo("no longer needed");
    }
}
