package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.run.RunState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that judges texts sends one call ahead, which finds out whether the provider can. */
class ProbeTest {

    private final Scenario scenario = new Scenario().judging();

    @Test
    void one_call_goes_ahead_and_the_others_follow_when_it_was_answered() {
        // Given
        scenario.submit(4, 10).workers(8);
        List<TaskRow> first = scenario.advance();
        List<Boolean> firstProbes = scenario.probing();
        List<TaskRow> meanwhile = scenario.advance();

        // When
        scenario.accept(first.getFirst(), scenario.call());
        scenario.answer(first.getFirst());
        List<TaskRow> afterwards = scenario.advance();

        // Then
        assertThat(firstProbes).containsExactly(true);
        assertThat(meanwhile).isEmpty();
        assertThat(afterwards).hasSize(9);
        assertThat(scenario.probing()).containsOnly(false);
    }

    @Test
    void a_provider_that_cannot_stops_the_run_with_its_reason_after_one_call() {
        // Given
        scenario.submit(4, 10).workers(8);
        TaskRow probe = scenario.advance().getFirst();
        scenario.accept(probe, scenario.call());

        // When
        scenario.unsuitable(probe, "it does not echo the prompt");
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.allDispatched()).hasSize(1);
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.FAILED);
        assertThat(scenario.lastReason())
                .startsWith("UNSUITABLE: model sim-large of connection sim cannot judge texts:"
                        + " it does not echo the prompt.");
    }

    @Test
    void a_call_that_may_be_tried_again_probes_again() {
        // Given
        scenario.submit(4, 10).workers(8);
        TaskRow probe = scenario.advance().getFirst();
        scenario.accept(probe, scenario.call());

        // When
        scenario.fail(probe, FailureKind.OVERLOADED, false);
        scenario.later(Duration.ofMinutes(1));
        List<TaskRow> again = scenario.advance();

        // Then
        assertThat(again).extracting(TaskRow::attempt).containsExactly(2);
        assertThat(scenario.probing()).containsExactly(true);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureKind.class,
            names = {"OVERLOADED", "CONNECT", "NOT_FOUND", "MALFORMED"})
    void a_run_whose_provider_never_gives_an_answer_does_not_try_one_item_after_the_other(FailureKind failure) {
        // Given
        scenario.submit(1, 10).workers(8);
        TaskRow probe = scenario.advance().getFirst();
        scenario.accept(probe, scenario.call());

        // When
        scenario.fail(probe, failure, true);
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).endsWith(RunState.FAILED);
        assertThat(scenario.lastReason()).startsWith(failure + ": it could not be found out whether model sim-large");
    }

    @Test
    void an_item_that_is_too_long_says_nothing_of_the_provider() {
        // Given
        scenario.submit(4, 10).workers(8);
        TaskRow probe = scenario.advance().getFirst();
        scenario.accept(probe, scenario.call());

        // When
        scenario.fail(probe, FailureKind.CONTEXT_TOO_LONG, true);
        List<TaskRow> next = scenario.advance();

        // Then
        assertThat(next).hasSize(1);
        assertThat(scenario.probing()).containsExactly(true);
    }

    @Test
    void what_was_found_out_is_known_after_a_restart() {
        // Given
        scenario.submit(4, 10).workers(8);
        TaskRow probe = scenario.advance().getFirst();
        scenario.accept(probe, scenario.call());
        scenario.answer(probe);

        // When
        scenario.restart();
        List<TaskRow> next = scenario.advance();

        // Then
        assertThat(next).hasSize(9);
        assertThat(scenario.probing()).containsOnly(false);
    }
}
