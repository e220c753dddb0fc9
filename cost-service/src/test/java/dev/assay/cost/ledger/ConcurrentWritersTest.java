package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.money.Money;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.statement.Statement;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several readers write at the same time, as after a rebalance in which nobody knows who read what. */
class ConcurrentWritersTest {

    private static final int CALLS = 400;
    private static final String WAITING =
            "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";

    @Test
    void writers_that_overlap_leave_one_entry_per_call_and_say_once_that_the_run_is_charged() throws Exception {
        // Given
        try (Scenario scenario = new Scenario();
                ExecutorService writers = Executors.newFixedThreadPool(4)) {
            List<AttemptOutcome> outcomes = new ArrayList<>();
            List<RunEvent> events = new ArrayList<>(List.of(scenario.planned()));
            for (int i = 0; i < CALLS; i++) {
                CallId call = scenario.call();
                outcomes.add(scenario.answered(call, 1000, 100));
                if (i % 4 == 0) {
                    events.add(scenario.lost(call));
                    scenario.statements.put(call, new Statement.Billed(Usage.of(1000, 100)));
                }
            }
            events.add(scenario.settled(CALLS));
            // When
            List<Callable<Void>> work = new ArrayList<>();
            for (int writer = 0; writer < 3; writer++) {
                List<AttemptOutcome> shuffled = new ArrayList<>(outcomes);
                Collections.shuffle(shuffled, new Random(writer));
                work.add(() -> {
                    for (int from = 0; from < CALLS; from += 40) {
                        scenario.ledger.outcomes().take(shuffled.subList(from, from + 40));
                    }
                    return null;
                });
            }
            work.add(() -> {
                for (RunEvent event : events) {
                    scenario.take(event);
                }
                return null;
            });
            for (Future<Void> done : writers.invokeAll(work)) {
                done.get();
            }
            scenario.pass(Duration.ofMinutes(1));
            int unused = scenario.ledger.reconciler().round();
            // Then
            assertThat(scenario.rows("select calls, unconfirmed, input_tokens, output_tokens, trim_scale(amount)"
                            + " from run_model_total"))
                    .containsExactly("400|0|400000|40000|1.4");
            assertThat(scenario.rows("select count(distinct call_id), trim_scale(sum(amount)) from ledger_entry"))
                    .containsExactly("400|1.4");
            assertThat(scenario.charges().values())
                    .hasSize(CALLS)
                    .allSatisfy(charge -> assertThat(charge.amount()).isEqualTo(Money.usd("0.0035")));
            assertThat(scenario.runCharged()).hasSize(1);
            assertThat(scenario.announced.getLast())
                    .isEqualTo(scenario.runCharged().getFirst());
        }
    }

    @Test
    void readers_of_the_same_calls_in_opposite_order_do_not_wait_for_each_other_before_the_run_is_planned()
            throws Exception {
        // Given somebody who has not committed the call in the middle
        try (Scenario scenario = new Scenario();
                Connection holder = scenario.database.getConnection();
                ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<AttemptOutcome> outcomes = Stream.generate(() -> scenario.answered(scenario.call(), 1000, 100))
                    .limit(CALLS)
                    .toList();
            holder.setAutoCommit(false);
            CallReport middle = CallReport.of(outcomes.get(CALLS / 2)).orElseThrow();
            WaitingTable.add(holder, List.of(middle));
            // When two read all of them, from the first to the last and the other way round
            List<Future<Void>> done = new ArrayList<>();
            for (List<AttemptOutcome> order : List.of(outcomes, outcomes.reversed())) {
                done.add(readers.submit(() -> {
                    scenario.ledger.outcomes().take(order);
                    return null;
                }));
            }
            await().until(() -> scenario.rows(WAITING), List.of("2")::equals);
            holder.rollback();
            for (Future<Void> reader : done) {
                reader.get();
            }
            scenario.take(scenario.planned());
            // Then
            assertThat(scenario.rows("select calls, trim_scale(amount) from run_model_total"))
                    .containsExactly("400|1.4");
        }
    }
}
