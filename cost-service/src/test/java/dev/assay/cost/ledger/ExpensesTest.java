package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpensesTest {

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    @Test
    void what_a_run_with_a_budget_has_cost_is_told_after_each_batch() throws Exception {
        // Given
        scenario.take(scenario.planned(Money.usd("1")));
        // When
        scenario.take(scenario.answered(scenario.call(), 1000, 100), scenario.answered(scenario.call(), 100, 10));
        scenario.take(scenario.failed(scenario.call(), FailureKind.OVERLOADED, 503));
        // Then
        assertThat(scenario.runSpent())
                .extracting(ChargeEvent.RunSpent::calls, ChargeEvent.RunSpent::total, ChargeEvent.RunSpent::dearest)
                .containsExactly(
                        tuple(2L, Money.usd("0.00385"), Money.usd("0.0035")),
                        tuple(3L, Money.usd("0.00385"), Money.usd("0.0035")));
    }

    @Test
    void calls_that_came_before_the_plan_and_lost_ones_count() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        scenario.take(scenario.planned(Money.usd("1")));
        // When
        scenario.take(scenario.lost(lost));
        // Then
        assertThat(scenario.runSpent().getLast())
                .extracting(ChargeEvent.RunSpent::calls, ChargeEvent.RunSpent::total)
                .containsExactly(2L, Money.usd("0.007"));
    }

    @Test
    void of_a_run_without_a_budget_nobody_wants_to_know() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        // Then
        assertThat(scenario.runSpent()).isEmpty();
    }
}
