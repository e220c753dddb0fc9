package dev.assay.gateway.results;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.money.Usage;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.runs.StoredRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResultStoresTest {

    private final Samples samples = new Samples(1, "sim-large", "sim-small");
    private Database database;
    private StoredRun run;
    private OutcomeStore outcomes;
    private ScoreStore scores;
    private ChargeStore charges;

    @BeforeEach
    void a_run_of_ten_items_and_two_models() {
        database = TestDatabase.empty();
        run = StoredRuns.insert(database, samples.definition(10, 1));
        RunKeys keys = new RunKeys();
        outcomes = new OutcomeStore(database, keys);
        scores = new ScoreStore(database, keys);
        charges = new ChargeStore(database, keys);
    }

    @Test
    void outcomes_that_come_three_times_in_any_order_are_counted_once() {
        // Given
        List<AttemptOutcome> first = new ArrayList<>();
        List<AttemptOutcome> second = new ArrayList<>();
        for (int item = 0; item < 10; item++) {
            first.add(samples.failed(samples.task(0, item, 0), 1, samples.nextCall(), false, FailureKind.RATE_LIMITED));
            second.add(samples.answered(samples.task(0, item, 0), 2, samples.nextCall(), "it is " + item));
            second.add(samples.failed(samples.task(1, item, 0), 1, samples.nextCall(), true, FailureKind.DEADLINE));
        }
        outcomes.store(first);
        outcomes.store(second);
        List<String> once = everything();

        // When
        List<AttemptOutcome> all = new ArrayList<>(first);
        all.addAll(second);
        Random random = new Random(5);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(all, random);
            outcomes.store(all);
        }

        // Then
        assertThat(everything()).isEqualTo(once);
        assertThat(dump("outcome_count")).containsExactly("(1,0,10,0,0,0)", "(1,1,0,0,10,0)");
        assertThat(dump("attempt")).hasSize(10);
    }

    @Test
    void the_first_final_outcome_of_a_task_wins_and_a_later_one_is_kept_as_an_attempt() {
        // Given
        TaskId task = samples.task(0, 3, 0);
        CallId first = samples.nextCall();
        CallId second = samples.nextCall();
        outcomes.store(List.of(samples.answered(task, 2, first, "the second attempt was first")));

        // When
        outcomes.store(List.of(
                samples.answered(task, 1, second, "the first attempt was late"),
                samples.answered(task, 2, samples.nextCall(), "the second attempt again")));

        // Then
        assertThat(dump("sample")).singleElement().asString().contains("the second attempt was first", first.value());
        assertThat(dump("attempt")).singleElement().asString().contains(second.value());
        assertThat(dump("outcome_count")).containsExactly("(1,0,1,0,0,0)");
    }

    @Test
    void two_final_outcomes_in_one_batch_leave_the_first() {
        // Given
        TaskId task = samples.task(0, 3, 0);

        // When
        outcomes.store(List.of(
                samples.answered(task, 1, samples.nextCall(), "first"),
                samples.answered(task, 2, samples.nextCall(), "second")));

        // Then
        assertThat(dump("sample")).singleElement().asString().contains("first").doesNotContain("second");
        assertThat(dump("attempt")).hasSize(1);
    }

    @Test
    void text_that_postgres_cannot_hold_is_made_storable() {
        // Given
        TaskId task = samples.task(0, 0, 0);
        AttemptOutcome strange = samples.answered(task, 1, samples.nextCall(), "a\0b\uD83D and {\"},\\ \n");

        // When
        outcomes.store(List.of(strange));

        // Then
        List<String> answers =
                database.read(connection -> dev.assay.gateway.database.Query.of("select answer from sample")
                        .list(connection, row -> row.getString(1)));
        assertThat(answers).containsExactly("a\uFFFDb? and {\"},\\ \n");
    }

    @Test
    void outcomes_of_an_unknown_run_are_left_out() {
        // Given
        Samples foreign = new Samples(99, "sim-large");

        // When
        var touched = outcomes.store(List.of(
                foreign.answered(foreign.task(0, 0, 0), 1, foreign.nextCall(), "hello"),
                samples.answered(samples.task(0, 0, 0), 1, samples.nextCall(), "hello")));

        // Then
        assertThat(touched).containsExactly(run.key());
        assertThat(dump("sample")).hasSize(1);
    }

    @Test
    void what_the_run_has_not_planned_is_left_out() {
        // Given
        TaskId planned = samples.task(0, 0, 0);
        TaskId noSuchItem = samples.task(0, 10, 0);
        TaskId noSuchRepeat = samples.task(1, 0, 1);

        // When
        outcomes.store(List.of(
                samples.answered(noSuchItem, 1, samples.nextCall(), "42"),
                samples.answered(noSuchRepeat, 1, samples.nextCall(), "42"),
                samples.answered(planned, 1, samples.nextCall(), "42")));
        scores.store(List.of(samples.scored(1, Stream.of(samples.score(samples.task(70_000, 0, 0), 1)))));

        // Then
        assertThat(dump("sample")).hasSize(1);
        assertThat(dump("sample_score")).isEmpty();
    }

    @Test
    void refusals_cancellations_and_unknown_outcomes_are_counted_apart() {
        // When
        outcomes.store(List.of(
                samples.outcome(
                        samples.task(0, 0, 0),
                        1,
                        samples.nextCall(),
                        true,
                        new Outcome.Refused("no", "policy", Usage.of(1, 1))),
                samples.outcome(samples.task(0, 1, 0), 1, null, true, new Outcome.Cancelled("enough")),
                samples.outcome(samples.task(0, 2, 0), 1, null, true, new Outcome.Unrecognised())));

        // Then
        assertThat(dump("outcome_count")).containsExactly("(1,0,0,1,1,1)");
    }

    @Test
    void scores_that_come_three_times_in_any_order_are_counted_once() {
        // Given
        List<ScoreEvent> events = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            int first = part * 2;
            events.add(samples.scored(
                    1, IntStream.range(first, first + 2).mapToObj(i -> samples.score(samples.task(0, i, 0), 1))));
        }
        events.add(samples.aggregated(1, false, 4, samples.aggregate("sim-large", null, 10, 4, 1.0)));
        events.add(samples.aggregated(1, true, 10, samples.aggregate("sim-large", null, 10, 10, 1.0)));
        scores.store(events);
        List<String> once = everything();

        // When
        Random random = new Random(5);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(events, random);
            scores.store(events);
        }

        // Then
        assertThat(everything()).isEqualTo(once);
        assertThat(dump("score_count")).containsExactly("(1,0,1,10)");
        assertThat(dump("aggregate")).singleElement().asString().startsWith("(1,1,t,10,");
    }

    @Test
    void a_later_revision_replaces_scores_and_an_earlier_one_does_not_come_back() {
        // Given
        TaskId task = samples.task(0, 0, 0);
        ScoreEvent old = samples.scored(1, Stream.of(samples.score(task, 0)));
        scores.store(List.of(old, samples.aggregated(1, true, 1, samples.aggregate("sim-large", null, 1, 1, 0.0))));
        ScoreEvent later = samples.scored(2, Stream.of(samples.score(task, 1)));

        // When
        scores.store(List.of(later, samples.aggregated(2, false, 1, samples.aggregate("sim-large", null, 1, 1, 1.0))));
        scores.store(List.of(old));

        // Then
        assertThat(dump("sample_score")).singleElement().asString().contains("1.0");
        assertThat(dump("score_count")).containsExactly("(1,0,1,1)", "(1,0,2,1)");
        assertThat(dump("aggregate")).singleElement().asString().startsWith("(1,2,f,1,");
    }

    @Test
    void ledger_entries_that_come_three_times_in_any_order_are_counted_once() {
        // Given
        List<ChargeEvent> events = new ArrayList<>();
        CallId lost = samples.nextCall();
        CallId unpriced = samples.nextCall();
        events.add(samples.charged(
                samples.charge(samples.task(0, 0, 0), 1, lost, Charge.Status.UNCONFIRMED, "0.5"),
                samples.charge(samples.task(0, 1, 0), 1, samples.nextCall(), Charge.Status.CONFIRMED, "0.25")));
        events.add(samples.charged(
                samples.charge(samples.task(1, 0, 0), 1, unpriced, Charge.Status.UNPRICED, null),
                samples.charge(samples.task(0, 0, 0), 1, lost, Charge.Status.VOID, "0")));
        charges.store(events);
        List<String> once = everything();

        // When
        Random random = new Random(5);
        for (int i = 0; i < 3; i++) {
            Collections.shuffle(events, random);
            charges.store(events);
        }
        for (ChargeEvent event : events) {
            charges.store(List.of(event));
        }

        // Then
        assertThat(everything()).isEqualTo(once);
        assertThat(dump("charge_total")).containsExactly("(1,0,2,1,0,1,0,0.25)", "(1,1,1,0,0,0,1,0)");
    }

    @Test
    void a_later_entry_moves_the_totals_by_the_difference() {
        // Given
        CallId call = samples.nextCall();
        ChargeEvent estimate =
                samples.charged(samples.charge(samples.task(0, 0, 0), 1, call, Charge.Status.UNCONFIRMED, "0.5"));
        ChargeEvent known =
                samples.charged(samples.charge(samples.task(0, 0, 0), 1, call, Charge.Status.CONFIRMED, "0.30"));

        // When
        charges.store(List.of(estimate));
        charges.store(List.of(known));
        charges.store(List.of(estimate));

        // Then
        assertThat(dump("charge_total")).containsExactly("(1,0,1,1,0,0,0,0.3)");
    }

    private List<String> everything() {
        return Stream.of(
                        "sample",
                        "attempt",
                        "outcome_count",
                        "sample_score",
                        "score_count",
                        "aggregate",
                        "charge",
                        "charge_total")
                .flatMap(table -> dump(table).stream())
                .toList();
    }

    private List<String> dump(String table) {
        return StoredRuns.dump(database, table, "1");
    }
}
