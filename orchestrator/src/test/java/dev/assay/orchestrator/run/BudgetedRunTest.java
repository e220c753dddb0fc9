package dev.assay.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.run.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetedRunTest {

    private final Scenario scenario = new Scenario();

    @Test
    void a_run_with_a_budget_begins_with_few_calls_until_it_is_known_what_one_costs() {
        // Given
        scenario.submit(4, 100, Money.usd("1")).workers(100);

        // When
        List<TaskRow> first = scenario.advance();
        scenario.answerAll(first);
        List<TaskRow> unknown = scenario.advance();
        scenario.spent(16, "0.016", "0.002");
        List<TaskRow> known = scenario.advance();

        // Then
        assertThat(first).hasSize(16);
        assertThat(unknown).isEmpty();
        assertThat(known).hasSize(84);
    }

    @Test
    void no_call_begins_that_the_budget_may_not_pay_for() {
        // Given
        scenario.submit(4, 100, Money.usd("0.1")).workers(100);
        scenario.answerAll(scenario.advance());
        scenario.spent(16, "0.064", "0.006");

        // When
        List<TaskRow> within = scenario.advance();
        List<TaskRow> beyond = scenario.advance();

        // Then: six at 0.006 are 0.036
        assertThat(within).hasSize(6);
        assertThat(beyond).isEmpty();
        assertThat(scenario.states()).doesNotContain(RunState.PARTIAL);
    }

    @Test
    void a_run_whose_budget_is_used_up_ends_partial_and_says_so() {
        // Given
        scenario.submit(4, 100, Money.usd("0.1")).workers(100);
        scenario.answerAll(scenario.advance());
        scenario.spent(16, "0.096", "0.006");

        // When
        scenario.advance();
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.PARTIAL);
        assertThat(scenario.lastReason())
                .isEqualTo("The budget of 0.1 USD is used up: 0.096 USD are spent, and another call may cost 0.006"
                        + " USD. Raise the budget and submit the run again.");
        assertThat(scenario.only(RunEvent.Settled.class).calls()).isEqualTo(16);
    }

    @Test
    void what_was_spent_is_known_after_a_restart_and_an_older_word_does_not_change_it() {
        // Given
        scenario.submit(4, 100, Money.usd("0.1")).workers(100);
        scenario.answerAll(scenario.advance());
        scenario.spent(16, "0.064", "0.006");
        scenario.spent(9, "0.04", "0.006");

        // When
        scenario.restart();
        scenario.workers(100);

        // Then
        assertThat(scenario.advance()).hasSize(6);
    }

    @Test
    void a_run_that_ends_within_its_budget_is_complete() {
        // Given
        scenario.submit(4, 16, Money.usd("0.1")).workers(100);
        scenario.answerAll(scenario.advance());
        scenario.spent(16, "0.099", "0.01");

        // When
        scenario.advance();
        scenario.scored().charged();

        // Then
        assertThat(scenario.states()).endsWith(RunState.FINISHING, RunState.COMPLETE);
    }
}
