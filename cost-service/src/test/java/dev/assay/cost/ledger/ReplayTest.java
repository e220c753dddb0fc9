package dev.assay.cost.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.statement.Statement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever comes twice, late or in another order: the ledger ends the same. */
class ReplayTest {

    private static final String CHARGES = "select call_id, run_id, group_id, attempt_id, model, input_tokens,"
            + " output_tokens, usage_estimated, trim_scale(amount), basis, price_book from call_charge order by call_id";
    private static final String TOTALS = "select run_id, model, calls, unconfirmed, voided, unpriced, served,"
            + " input_tokens, output_tokens, output_squared, trim_scale(amount) from run_model_total order by model";

    /** 90 calls of all kinds: answered, refused, cut, cancelled, lost and found, lost for good, never made. */
    private static final class Story {
        final Scenario scenario = new Scenario();
        final List<AttemptOutcome> outcomes = new ArrayList<>();
        final List<RunEvent> events = new ArrayList<>();

        Story() {
            events.add(scenario.planned());
            for (int i = 0; i < 90; i++) {
                CallId call = scenario.call();
                Usage usage = Usage.of(100 + i, 10 + i);
                switch (i % 9) {
                    case 0, 1, 2 -> outcomes.add(scenario.answered(call, usage.inputTokens(), usage.outputTokens()));
                    case 3 -> outcomes.add(scenario.failed(call, FailureKind.RATE_LIMITED, 429));
                    case 4 -> {
                        outcomes.add(scenario.outcome(
                                call, Scenario.FREE_OF_PRICE, new Outcome.Answered("7", "stop", usage)));
                    }
                    case 5 -> {
                        outcomes.add(scenario.failed(call, FailureKind.CUT_STREAM, 200));
                        scenario.statements.put(call, new Statement.Billed(usage));
                    }
                    case 6 -> {
                        events.add(scenario.lost(call));
                        outcomes.add(scenario.answered(call, usage.inputTokens(), usage.outputTokens()));
                        scenario.statements.put(call, new Statement.Billed(usage));
                    }
                    case 7 -> {
                        events.add(scenario.lost(call));
                        scenario.statements.put(call, new Statement.Billed(usage));
                    }
                    default -> {
                        events.add(scenario.lost(call));
                        scenario.statements.put(call, new Statement.NeverSeen());
                    }
                }
            }
            events.add(scenario.settled(90));
        }

        void reconcile() throws Exception {
            scenario.pass(Duration.ofSeconds(60));
            while (scenario.ledger.reconciler().round() > 0) {
                scenario.pass(Duration.ofSeconds(60));
            }
        }
    }

    /** Tells the story once, in its order. */
    private static List<String> straight() throws Exception {
        Story story = new Story();
        try (Scenario scenario = story.scenario) {
            scenario.ledger.runEvents().take(story.events);
            scenario.ledger.outcomes().take(story.outcomes);
            story.reconcile();
            return summary(scenario);
        }
    }

    private static List<String> summary(Scenario scenario) throws SQLException {
        List<String> summary = new ArrayList<>(scenario.rows(CHARGES));
        summary.addAll(scenario.rows(TOTALS));
        Map<CallId, ?> announced = new TreeMap<>(scenario.charges());
        announced.values().forEach(charge -> summary.add(charge.toString()));
        var charged = scenario.runCharged().getLast();
        summary.add(charged.calls() + " " + charged.unpriced() + " " + charged.total());
        return summary;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void the_story_told_three_times_in_any_order_ends_the_same(long seed) throws Exception {
        // Given
        List<String> expected = straight();
        Story story = new Story();
        Random random = new Random(seed);
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            outcomes.addAll(story.outcomes);
        }
        Collections.shuffle(outcomes, random);
        // When
        try (Scenario scenario = story.scenario) {
            int events = 0;
            int told = 0;
            while (told < outcomes.size() || events < story.events.size()) {
                if (random.nextBoolean() && told < outcomes.size()) {
                    int next = Math.min(outcomes.size(), told + 1 + random.nextInt(40));
                    scenario.ledger.outcomes().take(outcomes.subList(told, next));
                    told = next;
                } else if (events < story.events.size()) {
                    // A topic keeps its order; a crash makes its reader begin again somewhat earlier.
                    int from = Math.max(0, events - random.nextInt(4));
                    int next = Math.min(story.events.size(), events + 1 + random.nextInt(6));
                    scenario.ledger.runEvents().take(story.events.subList(from, next));
                    events = next;
                }
                if (random.nextInt(10) == 0) {
                    story.reconcile();
                }
            }
            story.reconcile();
            // Then
            assertThat(summary(scenario)).isEqualTo(expected);
            assertThat(scenario.rows("select 1 from waiting_call union all select 1 from reconciliation"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void settlements_that_come_three_times_leave_a_byte_identical_ledger(long seed) throws Exception {
        // Given
        Story once = new Story();
        List<String> expected;
        try (Scenario scenario = once.scenario) {
            scenario.take(once.events.getFirst());
            scenario.ledger.outcomes().take(once.outcomes);
            expected = scenario.lines();
        }
        Story story = new Story();
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            outcomes.addAll(story.outcomes);
        }
        Collections.shuffle(outcomes, new Random(seed));
        // When
        try (Scenario scenario = story.scenario) {
            int late = outcomes.size() / 10;
            scenario.ledger.outcomes().take(outcomes.subList(0, late));
            scenario.take(story.events.getFirst());
            for (AttemptOutcome outcome : outcomes.subList(late, outcomes.size())) {
                scenario.take(outcome);
            }
            // Then
            assertThat(scenario.lines()).isEqualTo(expected);
        }
    }

    @Test
    void the_ledger_agrees_with_the_bill_of_the_provider() throws Exception {
        // Given
        Story story = new Story();
        // When
        try (Scenario scenario = story.scenario) {
            scenario.ledger.runEvents().take(story.events);
            scenario.ledger.outcomes().take(story.outcomes);
            story.reconcile();
            // Then
            long billed = 0;
            for (int i = 0; i < 90; i++) {
                billed += i % 9 == 3 || i % 9 == 8 ? 0 : 100 + i;
            }
            assertThat(scenario.rows("select sum(calls - voided), sum(input_tokens) from run_model_total"))
                    .containsExactly("80|" + billed);
        }
    }
}
