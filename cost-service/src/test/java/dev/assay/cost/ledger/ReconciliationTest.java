package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.statement.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private final Scenario scenario = new Scenario();

    @AfterEach
    void close() {
        scenario.close();
    }

    private List<String> lines() throws SQLException {
        return scenario.rows("select seq, kind, input_tokens, output_tokens, trim_scale(amount), basis"
                + " from ledger_entry order by call_id, seq");
    }

    private String totals() throws SQLException {
        return scenario.rows("select calls, unconfirmed, voided, served, input_tokens, output_tokens, output_squared,"
                        + " trim_scale(amount) from run_model_total")
                .getFirst();
    }

    private void round() throws Exception {
        scenario.pass(Duration.ofSeconds(60));
        int unused = scenario.ledger.reconciler().round();
    }

    @Test
    void a_lost_call_is_charged_at_the_mean_of_its_run_and_model() throws Exception {
        // Given
        scenario.take(scenario.planned());
        scenario.take(scenario.answered(scenario.call(), 100, 10), scenario.answered(scenario.call(), 201, 30));
        CallId lost = scenario.call();
        // When
        scenario.take(scenario.lost(lost));
        // Then
        Charge charge = scenario.charges().get(lost);
        assertThat(charge.status()).isEqualTo(Charge.Status.UNCONFIRMED);
        assertThat(charge.usage()).isEqualTo(new Usage(151, 0, 20, 0, true));
        assertThat(totals()).isEqualTo("3|1|0|3|452|60|1400|0.00173");
    }

    @Test
    void where_nothing_is_known_a_lost_call_is_charged_at_the_most_that_it_may_answer() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.take(scenario.planned());
        // When
        scenario.take(scenario.lost(lost));
        // Then
        assertThat(scenario.charges().get(lost).usage()).isEqualTo(new Usage(500, 0, 128, 0, true));
    }

    @Test
    void a_lost_call_whose_outcome_comes_after_all_is_adjusted() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        // When
        scenario.take(scenario.answered(lost, 1000, 100));
        // Then
        assertThat(lines()).containsExactly("1|CHARGE|500|128|0.00253|ESTIMATED", "2|ADJUST|500|-28|0.00097|REPORTED");
        assertThat(scenario.charges().get(lost))
                .extracting(Charge::status, Charge::amount)
                .containsExactly(Charge.Status.CONFIRMED, Money.usd("0.0035"));
        assertThat(totals()).isEqualTo("1|0|0|1|1000|100|10000|0.0035");
        assertThat(scenario.rows("select 1 from reconciliation")).isEmpty();
    }

    @Test
    void a_call_whose_outcome_is_known_is_not_lost() throws Exception {
        // Given
        CallId call = scenario.call();
        scenario.take(scenario.planned());
        scenario.take(scenario.answered(call, 1000, 100));
        // When
        scenario.take(scenario.lost(call));
        // Then
        assertThat(lines()).containsExactly("1|CHARGE|1000|100|0.0035|REPORTED");
        assertThat(scenario.charges().get(call).status()).isEqualTo(Charge.Status.CONFIRMED);
        assertThat(scenario.rows("select 1 from reconciliation")).isEmpty();
    }

    @Test
    void what_the_provider_states_confirms_a_lost_call() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.Billed(Usage.of(1000, 100)));
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        scenario.take(scenario.settled(1));
        assertThat(scenario.runCharged()).isEmpty();
        // When
        round();
        // Then
        assertThat(lines()).containsExactly("1|CHARGE|500|128|0.00253|ESTIMATED", "2|ADJUST|500|-28|0.00097|STATED");
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.CONFIRMED);
        assertThat(scenario.runCharged())
                .extracting(ChargeEvent.RunCharged::calls, ChargeEvent.RunCharged::total)
                .containsExactly(tuple(1L, Money.usd("0.0035")));
    }

    @Test
    void a_call_that_a_worker_may_still_begin_is_not_asked_about_also_after_a_restart() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.NeverSeen());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost, Duration.ofSeconds(90)));
        round();
        assertThat(scenario.asked).isEmpty();
        // When
        scenario.restart();
        round();
        // Then
        assertThat(scenario.asked).containsEntry(lost, 1);
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.VOID);
    }

    @Test
    void a_lost_call_whose_run_is_planned_later_keeps_its_time_to_begin() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.NeverSeen());
        scenario.take(scenario.lost(lost, Duration.ofSeconds(90)));
        // When
        scenario.take(scenario.planned());
        round();
        // Then
        assertThat(scenario.asked).isEmpty();
        round();
        assertThat(scenario.asked).containsEntry(lost, 1);
    }

    @Test
    void a_lost_call_that_the_provider_never_saw_is_voided() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.NeverSeen());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        scenario.take(scenario.settled(1));
        // When
        round();
        // Then
        assertThat(lines())
                .containsExactly("1|CHARGE|500|128|0.00253|ESTIMATED", "2|VOID|-500|-128|-0.00253|NEVER_SERVED");
        assertThat(scenario.charges().get(lost))
                .extracting(Charge::status, Charge::amount)
                .containsExactly(Charge.Status.VOID, Money.usd("0"));
        assertThat(totals()).isEqualTo("1|0|1|0|0|0|0|0");
        assertThat(scenario.runCharged())
                .extracting(ChargeEvent.RunCharged::calls, ChargeEvent.RunCharged::total)
                .containsExactly(tuple(0L, Money.usd("0")));
    }

    @Test
    void a_voided_call_whose_outcome_comes_after_all_is_charged() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.NeverSeen());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        round();
        // When
        scenario.take(scenario.answered(lost, 1000, 100));
        // Then
        assertThat(totals()).isEqualTo("1|0|0|1|1000|100|10000|0.0035");
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.CONFIRMED);
    }

    @Test
    void a_refused_call_costs_nothing() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.Refused());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        // When
        round();
        // Then
        assertThat(totals()).isEqualTo("1|0|0|0|0|0|0|0");
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.CONFIRMED);
    }

    @Test
    void a_call_that_timed_out_costs_what_the_provider_bills() throws Exception {
        // Given
        CallId call = scenario.call();
        scenario.statements.put(call, new Statement.Billed(Usage.of(40, 5)));
        scenario.take(scenario.planned());
        scenario.take(scenario.failed(call, FailureKind.TIMEOUT_IDLE, null));
        // When
        round();
        // Then
        assertThat(lines()).containsExactly("1|CHARGE|0|0|0|ASSUMED", "2|ADJUST|40|5|0.00015|STATED");
    }

    @Test
    void a_provider_that_cannot_be_reached_is_asked_again() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        round();
        assertThat(lines()).hasSize(1);
        scenario.statements.put(lost, new Statement.Billed(Usage.of(1000, 100)));
        // When
        round();
        // Then
        assertThat(scenario.asked.get(lost)).isEqualTo(2);
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.CONFIRMED);
    }

    @Test
    void a_provider_is_not_asked_before_its_time() throws Exception {
        // Given
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(scenario.call()));
        // When
        int due = scenario.ledger.reconciler().round();
        // Then
        assertThat(due).isZero();
    }

    @Test
    void after_the_limit_the_estimate_stays_and_the_run_goes_on() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        scenario.take(scenario.settled(1));
        round();
        round();
        assertThat(scenario.runCharged()).isEmpty();
        // When
        round();
        // Then
        assertThat(scenario.charges().get(lost).status()).isEqualTo(Charge.Status.UNCONFIRMED);
        assertThat(scenario.runCharged())
                .extracting(ChargeEvent.RunCharged::total)
                .containsExactly(Money.usd("0.00253"));
        assertThat(scenario.rows("select 1 from reconciliation")).isEmpty();
    }

    @Test
    void a_provider_without_statements_is_not_asked_again() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.NotGiven());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        scenario.take(scenario.settled(1));
        // When
        round();
        // Then
        assertThat(scenario.runCharged()).hasSize(1);
        assertThat(scenario.asked.get(lost)).isEqualTo(1);
    }

    @Test
    void a_call_that_is_still_open_holds_the_run_back() throws Exception {
        // Given
        CallId lost = scenario.call();
        scenario.statements.put(lost, new Statement.Open());
        scenario.take(scenario.planned());
        scenario.take(scenario.lost(lost));
        scenario.take(scenario.settled(1));
        // When
        round();
        // Then
        assertThat(scenario.runCharged()).isEmpty();
        assertThat(scenario.rows("select 1 from reconciliation")).hasSize(1);
    }
}
