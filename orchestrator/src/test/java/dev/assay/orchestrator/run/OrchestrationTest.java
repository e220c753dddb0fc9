package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.run.RunState;
import dev.assay.contracts.run.VariantUse;
import dev.assay.orchestrator.run.TaskRow.Phase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrchestrationTest {

    private final Scenario scenario = new Scenario();

    @Test
    void a_run_whose_samples_are_all_answered_scored_and_charged_is_complete() {
        // Given
        scenario.submit(1, 3).workers(8);
        for (TaskRow row : scenario.advance()) {
            scenario.accept(row, scenario.call());
            scenario.answer(row);
        }
        scenario.advance();

        // When
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).containsExactly(RunState.RUNNING, RunState.FINISHING, RunState.COMPLETE);
        assertThat(scenario.only(RunEvent.Settled.class))
                .extracting(RunEvent.Settled::outcomes, RunEvent.Settled::calls)
                .containsExactly(3L, 3L);
    }

    @Test
    void other_forms_come_after_all_items_as_they_are_and_one_that_an_item_has_not_is_nothing_missing() {
        // Given
        VariantUse typos = new VariantUse("typos", VariantUse.Kind.PERTURBATION, "typos", Map.of());
        scenario.submit(1, 3, null, List.of(typos)).workers(8);
        List<TaskRow> sent = scenario.advance();
        for (TaskRow row : sent.subList(0, 5)) {
            scenario.accept(row, scenario.call());
            scenario.answer(row);
        }

        // When
        scenario.skip(sent.getLast());
        scenario.restart();
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(sent).extracting(row -> row.task().repeat()).containsExactly(0, 0, 0, 1, 1, 1);
        assertThat(scenario.only(RunEvent.Settled.class).outcomes()).isEqualTo(5);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
    }

    @Test
    void a_failing_call_is_tried_exactly_as_often_as_allowed_and_then_the_run_is_partial() {
        // Given: 4 tries
        scenario.submit(4, 1).workers(8);

        // When
        int calls = 0;
        for (int round = 0; round < 10; round++) {
            for (TaskRow row : scenario.advance()) {
                calls++;
                scenario.accept(row, scenario.call());
                scenario.fail(row, FailureKind.OVERLOADED, row.triesLeft() == 1);
            }
            scenario.later(Duration.ofMinutes(1));
        }
        scenario.scored().charged();

        // Then
        assertThat(calls).isEqualTo(4);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.PARTIAL);
        assertThat(scenario.only(RunEvent.Settled.class).calls()).isEqualTo(4);
    }

    @Test
    void models_of_a_run_share_the_only_slot_in_turn() {
        // Given
        scenario.models("sim-large", "sim-small", "sim-terse").submit(1, 5).workers(1);
        List<Integer> asked = new ArrayList<>();

        // When: one task at a time comes back
        Deque<TaskRow> underWay = new ArrayDeque<>(scenario.advance());
        while (!underWay.isEmpty()) {
            TaskRow row = underWay.removeFirst();
            asked.add(row.task().model());
            scenario.accept(row, scenario.call());
            scenario.answer(row);
            underWay.addAll(scenario.advance());
        }

        // Then
        assertThat(asked).containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
    }

    @Test
    void a_failed_task_waits_before_it_goes_again() {
        // Given
        scenario.submit(4, 1).workers(8);
        TaskRow first = scenario.advance().getFirst();
        scenario.fail(first, FailureKind.PROVIDER_ERROR, false);

        // When
        List<TaskRow> atOnce = scenario.advance();
        scenario.later(Duration.ofMillis(500));
        List<TaskRow> afterThePause = scenario.advance();

        // Then
        assertThat(atOnce).isEmpty();
        assertThat(afterThePause)
                .singleElement()
                .extracting(TaskRow::attempt, TaskRow::triesLeft, TaskRow::phase)
                .containsExactly(2, 3, Phase.DISPATCHED);
    }

    @Test
    void a_refused_key_stops_the_run_and_says_why() {
        // Given
        scenario.submit(4, 100).workers(2);
        List<TaskRow> sent = scenario.advance();

        // When
        scenario.stop(sent.getFirst(), FailureKind.AUTH, "environment variable LAB_API_KEY is not set on worker w-1");
        sent.stream().skip(1).forEach(row -> scenario.release(row, null));
        List<TaskRow> afterwards = scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(afterwards).isEmpty();
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.FAILED);
        assertThat(scenario.lastReason())
                .startsWith("AUTH")
                .contains("connection sim")
                .contains("model sim-large")
                .contains("environment variable LAB_API_KEY is not set on worker w-1");
    }

    @Test
    void a_call_whose_worker_died_is_lost_when_another_worker_takes_the_task() {
        // Given
        scenario.submit(4, 1).workers(8);
        TaskRow row = scenario.advance().getFirst();
        CallId dead = scenario.call();
        scenario.accept(row, dead);

        // When
        CallId alive = scenario.call();
        scenario.accept(row, alive);
        scenario.answer(row, alive);
        scenario.advance();

        // Then
        assertThat(scenario.only(RunEvent.CallLost.class).callId()).isEqualTo(dead);
        assertThat(scenario.only(RunEvent.CallLost.class).startBy()).isEqualTo(row.due());
        assertThat(scenario.only(RunEvent.Settled.class).calls()).isEqualTo(2);
    }

    @Test
    void a_task_that_no_worker_began_goes_again_after_its_time() {
        // Given
        scenario.submit(4, 1).workers(8);
        scenario.advance();

        // When
        scenario.later(Duration.ofSeconds(36));
        scenario.workers(8);
        scenario.advance();
        List<TaskRow> again = scenario.advance();

        // Then: a dispatch that was lost costs no try
        assertThat(scenario.allDispatched()).extracting(TaskRow::attempt).containsExactly(1, 2);
        assertThat(scenario.allDispatched()).extracting(TaskRow::triesLeft).containsExactly(4, 4);
        assertThat(again).isEmpty();
    }

    @Test
    void a_released_call_that_was_never_made_is_not_counted() {
        // Given
        scenario.submit(4, 1).workers(8);
        TaskRow row = scenario.advance().getFirst();
        CallId announced = scenario.call();
        scenario.accept(row, announced);

        // When
        scenario.release(row, announced);
        TaskRow again = scenario.advance().getFirst();
        CallId made = scenario.call();
        scenario.accept(again, made);
        scenario.answer(again, made);
        scenario.advance();

        // Then
        assertThat(scenario.only(RunEvent.Settled.class).calls()).isEqualTo(1);
    }

    @Test
    void a_task_that_failed_before_its_call_costs_no_call() {
        // Given
        scenario.submit(4, 1).workers(8);
        TaskRow row = scenario.advance().getFirst();
        scenario.accept(row, scenario.call());

        // When
        scenario.settle(row, null, TaskEvent.Result.FAILED, true, FailureKind.TOO_LARGE);
        scenario.advance();

        // Then
        assertThat(scenario.only(RunEvent.Settled.class).calls()).isZero();
    }

    @Test
    void a_settlement_that_comes_again_changes_nothing() {
        // Given
        scenario.submit(4, 2).workers(8);
        TaskRow row = scenario.advance().getFirst();
        CallId call = scenario.call();
        scenario.accept(row, call);
        scenario.answer(row, call);

        // When
        scenario.answer(row, call);

        // Then
        assertThat(scenario.lane().answered()).isEqualTo(1);
    }

    @Test
    void a_paused_run_sends_nothing_until_it_is_resumed() {
        // Given
        scenario.submit(4, 5).workers(1);
        scenario.pause();

        // When
        List<TaskRow> paused = scenario.advance();
        scenario.resume();
        List<TaskRow> resumed = scenario.advance();

        // Then
        assertThat(paused).isEmpty();
        assertThat(resumed).hasSize(1);
    }

    @Test
    void a_cancelled_run_ends_when_what_is_with_workers_has_come_back() {
        // Given
        scenario.submit(4, 5).workers(1);
        TaskRow row = scenario.advance().getFirst();
        CallId call = scenario.call();
        scenario.accept(row, call);

        // When
        scenario.cancel("no longer needed");
        scenario.advance();
        List<RunState> before = List.copyOf(scenario.states());
        scenario.settle(row, call, TaskEvent.Result.CANCELLED, true, null);
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(before).containsExactly(RunState.RUNNING);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.CANCELLED);
        assertThat(scenario.lastReason()).isEqualTo("no longer needed");
    }

    @Test
    void many_waiting_tasks_hold_back_new_ones() {
        // Given: no more than 3 of a lane may wait
        Scenario small = new Scenario(3);
        small.submit(4, 1_000).workers(100);
        small.advance().stream().limit(3).forEach(row -> small.fail(row, FailureKind.OVERLOADED, false));

        // When
        List<TaskRow> next = small.advance();

        // Then
        assertThat(next).isEmpty();
    }

    @Test
    void what_is_stored_gives_the_same_state_again() {
        // Given
        scenario.submit(4, 10).workers(4);
        List<TaskRow> sent = scenario.advance();
        scenario.accept(sent.getFirst(), scenario.call());
        scenario.fail(sent.get(1), FailureKind.CONNECT, false);

        // When
        scenario.restart();
        scenario.workers(4);
        List<TaskRow> fresh = scenario.advance();

        // Then: 6 may be in flight, 5 are
        assertThat(sent).hasSize(6);
        assertThat(fresh).hasSize(1).doesNotContainAnyElementsOf(sent);
    }
}
