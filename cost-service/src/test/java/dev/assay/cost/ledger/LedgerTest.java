package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private List<String> shortLines() throws SQLException {
        return scenario.rows("select seq, kind, input_tokens, output_tokens, trim_scale(amount), basis"
                + " from ledger_entry order by call_id, seq");
    }

    private List<String> totals() throws SQLException {
        return scenario.rows("select model, calls, unconfirmed, voided, unpriced, served, input_tokens, output_tokens,"
                + " trim_scale(amount) from run_model_total order by model");
    }

    @Test
    void a_call_is_charged_at_the_pinned_prices() throws Exception {
        // Given
        CallId call = scenario.call();
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.answered(call, 1000, 100));
        // Then
        assertThat(scenario.charges().values())
                .containsExactly(new Charge(
                        call,
                        scenario.attempt(0),
                        Scenario.LARGE,
                        Usage.of(1000, 100),
                        Money.usd("0.0035"),
                        Charge.Status.CONFIRMED,
                        Scenario.BOOK));
        assertThat(shortLines()).containsExactly("1|CHARGE|1000|100|0.0035|REPORTED");
        assertThat(totals()).containsExactly("sim-large|1|0|0|0|1|1000|100|0.0035");
    }

    @Test
    void an_outcome_that_comes_twice_is_one_entry_and_is_announced_again() throws Exception {
        // Given
        AttemptOutcome outcome = scenario.answered(scenario.call(), 1000, 100);
        scenario.take(scenario.planned());
        scenario.take(outcome, outcome);
        // When
        scenario.take(outcome);
        // Then
        assertThat(shortLines()).containsExactly("1|CHARGE|1000|100|0.0035|REPORTED");
        assertThat(totals()).containsExactly("sim-large|1|0|0|0|1|1000|100|0.0035");
        assertThat(scenario.announced).hasSize(2);
        assertThat(scenario.charges()).hasSize(1);
    }

    @Test
    void each_call_of_a_task_has_its_own_entry() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.answered(scenario.call(), 10, 1), scenario.answered(scenario.call(), 10, 1));
        // Then
        assertThat(totals()).containsExactly("sim-large|2|0|0|0|2|20|2|0.00007");
    }

    @Test
    void an_outcome_without_a_call_costs_nothing_and_is_no_entry() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.failed(null, FailureKind.BUDGET, null));
        // Then
        assertThat(scenario.lines()).isEmpty();
        assertThat(scenario.announced).isEmpty();
    }

    @Test
    void a_call_that_the_provider_refused_is_an_entry_of_nothing() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.failed(scenario.call(), FailureKind.RATE_LIMITED, 429));
        // Then
        assertThat(shortLines()).containsExactly("1|CHARGE|0|0|0|REPORTED");
        assertThat(scenario.charges().values()).extracting(Charge::status).containsExactly(Charge.Status.CONFIRMED);
        assertThat(scenario.rows("select 1 from reconciliation")).isEmpty();
    }

    @Test
    void a_call_that_ended_without_a_word_on_tokens_is_taken_for_nothing_and_asked_about() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(
                scenario.failed(scenario.call(), FailureKind.DEADLINE, null),
                scenario.outcome(scenario.call(), Scenario.LARGE, new Outcome.Cancelled("by hand")),
                scenario.failed(scenario.call(), FailureKind.MALFORMED, 200));
        // Then
        assertThat(shortLines()).hasSize(3).containsOnly("1|CHARGE|0|0|0|ASSUMED");
        assertThat(scenario.rows("select 1 from reconciliation")).hasSize(3);
    }

    @Test
    void a_failed_call_that_the_provider_bills_is_charged() throws Exception {
        // Given
        scenario.take(scenario.planned());
        Outcome cut = new Outcome.Failed(FailureKind.CUT_STREAM, "cut", 200, Usage.of(1000, 3));
        // When
        scenario.take(scenario.outcome(scenario.call(), Scenario.LARGE, cut));
        // Then
        assertThat(shortLines()).containsExactly("1|CHARGE|1000|3|0.00253|REPORTED");
    }

    @Test
    void without_a_price_an_entry_is_flagged_and_not_free() throws Exception {
        // Given
        CallId call = scenario.call();
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.outcome(
                call, Scenario.FREE_OF_PRICE, new Outcome.Answered("42", "stop", Usage.of(1000, 100))));
        // Then
        Charge charge = scenario.charges().get(call);
        assertThat(charge.amount()).isNull();
        assertThat(charge.status()).isEqualTo(Charge.Status.UNPRICED);
        assertThat(shortLines()).containsExactly("1|CHARGE|1000|100|null|REPORTED");
        assertThat(totals()).containsExactly("no-price|1|0|0|1|1|1000|100|0");
    }

    @Test
    void outcomes_that_come_before_the_plan_wait_for_it() throws Exception {
        // Given
        List<AttemptOutcome> early = IntStream.range(0, 1203)
                .mapToObj(i -> scenario.answered(scenario.call(), 1000, 100))
                .toList();
        scenario.ledger.outcomes().take(early);
        scenario.ledger.outcomes().take(early.subList(0, 10));
        assertThat(scenario.lines()).isEmpty();
        // When
        scenario.take(scenario.planned());
        // Then
        assertThat(totals()).containsExactly("sim-large|1203|0|0|0|1203|1203000|120300|4.2105");
        assertThat(scenario.charges()).hasSize(1203);
        assertThat(scenario.rows("select 1 from waiting_call")).isEmpty();
    }

    @Test
    void a_run_is_charged_exactly_when_every_settled_call_has_its_entry() throws Exception {
        // Given
        scenario.take(scenario.planned());
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        scenario.take(scenario.settled(3));
        scenario.take(scenario.failed(scenario.call(), FailureKind.OVERLOADED, 503));
        assertThat(scenario.runCharged()).isEmpty();
        // When
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        // Then
        assertThat(scenario.runCharged()).hasSize(1);
        ChargeEvent.RunCharged charged = scenario.runCharged().getFirst();
        assertThat(charged.calls()).isEqualTo(3);
        assertThat(charged.unpriced()).isZero();
        assertThat(charged.total()).isEqualTo(Money.usd("0.007"));
        assertThat(scenario.announced.getLast()).isEqualTo(charged);
    }

    @Test
    void a_run_without_calls_is_charged_at_once() throws Exception {
        // Given
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.settled(0));
        // Then
        assertThat(scenario.runCharged())
                .extracting(ChargeEvent.RunCharged::total)
                .containsExactly(Money.zero("USD"));
    }

    @Test
    void a_run_is_said_to_be_charged_once_however_often_its_events_come() throws Exception {
        // Given
        AttemptOutcome outcome = scenario.answered(scenario.call(), 1000, 100);
        scenario.take(scenario.planned());
        scenario.take(outcome);
        scenario.take(scenario.settled(1));
        // When
        scenario.take(outcome);
        scenario.take(scenario.settled(1));
        scenario.ledger.completion().announceAll();
        // Then
        assertThat(scenario.runCharged()).hasSize(1);
    }

    @Test
    void a_late_call_changes_what_the_run_is_said_to_cost() throws Exception {
        // Given
        scenario.take(scenario.planned());
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        scenario.take(scenario.settled(1));
        // When
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        // Then
        assertThat(scenario.runCharged())
                .extracting(ChargeEvent.RunCharged::total)
                .containsExactly(Money.usd("0.0035"), Money.usd("0.007"));
    }

    @Test
    void nothing_is_written_that_could_not_be_announced() throws Exception {
        // Given
        AttemptOutcome outcome = scenario.answered(scenario.call(), 1000, 100);
        scenario.take(scenario.planned());
        scenario.breakBroker(true);
        assertThatThrownBy(() -> scenario.take(outcome)).hasMessage("the broker is down");
        assertThat(scenario.lines()).isEmpty();
        assertThat(totals()).isEmpty();
        // When
        scenario.breakBroker(false);
        scenario.take(outcome);
        // Then
        assertThat(totals()).containsExactly("sim-large|1|0|0|0|1|1000|100|0.0035");
        assertThat(scenario.charges()).hasSize(1);
    }

    @Test
    void entries_are_announced_in_chunks_of_500() throws Exception {
        // Given
        scenario.take(scenario.planned());
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 1001; i++) {
            outcomes.add(scenario.answered(scenario.call(), 10, 1));
        }
        // When
        scenario.ledger.outcomes().take(outcomes);
        // Then
        assertThat(scenario.announced)
                .extracting(
                        event -> ((ChargeEvent.CallsCharged) event).charges().size())
                .containsExactly(500, 500, 1);
    }

    @Test
    void the_sum_of_the_lines_is_the_sum_of_the_run() throws Exception {
        // Given
        scenario.take(scenario.planned());
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int i = 1; i < 400; i++) {
            outcomes.add(scenario.answered(scenario.call(), i * 7L, i * 3L));
        }
        // When
        scenario.ledger.outcomes().take(outcomes);
        // Then
        assertThat(scenario.rows("select sum(amount) = (select sum(amount) from run_model_total),"
                        + " sum(input_tokens) = (select sum(input_tokens) from run_model_total) from ledger_entry"))
                .containsExactly("t|t");
    }

    @Test
    void a_line_can_neither_be_changed_nor_removed() throws Exception {
        // Given
        scenario.take(scenario.planned());
        scenario.take(scenario.answered(scenario.call(), 1000, 100));
        // When
        var change = assertThatThrownBy(() -> scenario.rows("update ledger_entry set amount = 0 returning 1"));
        var removal = assertThatThrownBy(() -> scenario.rows("delete from ledger_entry returning 1"));
        // Then
        change.hasMessageContaining("the ledger is append-only");
        removal.hasMessageContaining("the ledger is append-only");
    }
}
