package dev.assay.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contracts.event.Charge;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunEventStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.gateway.runs.StoredRun;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private final Samples samples = new Samples(1, "sim-large");
    private final FixedClock clock = new FixedClock();
    private final TaskId task = samples.task(0, 0, 0);
    private final CallId call = samples.nextCall();
    private Database database;
    private StoredRun run;
    private OutcomeStore outcomes;
    private ScoreStore scores;
    private ChargeStore charges;
    private RunEventStore runEvents;
    private Reports reports;
    private Completion completion;

    @BeforeEach
    void a_run_of_one_sample() {
        database = TestDatabase.empty();
        run = StoredRuns.insert(database, samples.definition(1, 1));
        RunKeys keys = new RunKeys();
        outcomes = new OutcomeStore(database, keys);
        scores = new ScoreStore(database, keys);
        charges = new ChargeStore(database, keys);
        runEvents = new RunEventStore(database, keys);
        reports = new Reports(database, "test");
        completion = new Completion(database, reports, clock);
    }

    private void outcomeArrives() {
        completion.check(outcomes.store(List.of(samples.answered(task, 1, call, "42"))));
    }

    private void scoreArrives() {
        completion.check(scores.store(List.of(
                samples.scored(1, Stream.of(samples.score(task, 1))),
                samples.aggregated(1, true, 1, samples.aggregate("sim-large", null, 1, 1, 1.0)))));
    }

    private void chargeArrives() {
        completion.check(
                charges.store(List.of(samples.charged(samples.charge(task, 1, call, Charge.Status.CONFIRMED, "0.5")))));
    }

    private void endArrives(RunState state) {
        completion.check(runEvents.store(List.of(samples.settled(1, 1), samples.state(state, null))));
    }

    private StoredRun now() {
        return StoredRuns.read(database, run);
    }

    @Test
    void a_run_goes_through_its_states() {
        // Given
        List<RunEvent> events = List.of(
                new RunEvent.Planned(
                        samples.nextEvent(),
                        Samples.NOW,
                        Samples.GROUP,
                        samples.run(),
                        samples.definition(1, 1),
                        ContentHash.of("manifest")),
                samples.state(RunState.RUNNING, null),
                samples.state(RunState.PAUSED, "somebody paused it"));

        // When
        runEvents.store(events);
        runEvents.store(events);
        runEvents.store(events);

        // Then
        assertThat(now().state()).isEqualTo(RunState.PAUSED);
        assertThat(now().reason()).isEqualTo("somebody paused it");
        assertThat(now().manifest()).isEqualTo(ContentHash.of("manifest").value());
        assertThat(now().startedAt()).isEqualTo(Samples.NOW.plusSeconds(RunState.RUNNING.ordinal()));
        assertThat(now().finishedAt()).isNull();
    }

    @Test
    void a_final_state_is_shown_when_outcomes_scores_and_charges_are_here() {
        // When
        endArrives(RunState.COMPLETE);
        RunState afterTheEnd = now().state();
        outcomeArrives();
        RunState afterTheOutcome = now().state();
        chargeArrives();
        RunState afterTheCharge = now().state();
        scoreArrives();

        // Then
        assertThat(List.of(afterTheEnd, afterTheOutcome, afterTheCharge)).containsOnly(RunState.PLANNING);
        assertThat(now().state()).isEqualTo(RunState.COMPLETE);
        assertThat(now().finishedAt()).isEqualTo(Samples.NOW.plusSeconds(RunState.COMPLETE.ordinal()));
    }

    @Test
    void the_last_piece_may_be_any() {
        // When
        scoreArrives();
        chargeArrives();
        outcomeArrives();
        RunState before = now().state();
        endArrives(RunState.PARTIAL);

        // Then
        assertThat(before).isEqualTo(RunState.PLANNING);
        assertThat(now().state()).isEqualTo(RunState.PARTIAL);
    }

    @Test
    void aggregates_that_are_not_final_do_not_end_a_run() {
        // Given
        endArrives(RunState.COMPLETE);
        outcomeArrives();
        chargeArrives();

        // When
        completion.check(scores.store(List.of(
                samples.scored(1, Stream.of(samples.score(task, 1))),
                samples.aggregated(1, false, 1, samples.aggregate("sim-large", null, 1, 1, 1.0)))));

        // Then
        assertThat(now().state()).isEqualTo(RunState.PLANNING);
    }

    @Test
    void a_run_that_never_settled_ends_at_once() {
        // When
        completion.check(runEvents.store(List.of(samples.state(RunState.FAILED, "there is no such dataset"))));

        // Then
        assertThat(now().state()).isEqualTo(RunState.FAILED);
        assertThat(now().reason()).isEqualTo("there is no such dataset");
    }

    @Test
    void nothing_changes_the_state_of_a_run_that_has_ended() {
        // Given
        outcomeArrives();
        scoreArrives();
        chargeArrives();
        endArrives(RunState.COMPLETE);

        // When
        completion.check(runEvents.store(
                List.of(samples.state(RunState.RUNNING, null), samples.state(RunState.CANCELLED, "too late"))));

        // Then
        assertThat(now().state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void a_run_whose_results_stand_still_is_shown_after_a_while() {
        // Given
        endArrives(RunState.COMPLETE);
        completion.sweep();
        clock.advance(Duration.ofSeconds(29));
        outcomeArrives();
        completion.sweep();
        clock.advance(Duration.ofSeconds(29));
        completion.sweep();
        RunState stillWaiting = now().state();

        // When
        clock.advance(Duration.ofSeconds(2));
        completion.sweep();

        // Then
        assertThat(stillWaiting).isEqualTo(RunState.PLANNING);
        assertThat(now().state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void a_sweep_ends_what_a_crash_left_complete() {
        // Given: stored, but nobody looked afterwards.
        Set<Long> unused = outcomes.store(List.of(samples.answered(task, 1, call, "42")));
        scores.store(List.of(
                samples.scored(1, Stream.of(samples.score(task, 1))),
                samples.aggregated(1, true, 1, samples.aggregate("sim-large", null, 1, 1, 1.0))));
        charges.store(List.of(samples.charged(samples.charge(task, 1, call, Charge.Status.CONFIRMED, "0.5"))));
        runEvents.store(List.of(samples.settled(1, 1), samples.state(RunState.COMPLETE, null)));

        // When
        completion.sweep();

        // Then
        assertThat(unused).containsExactly(run.key());
        assertThat(now().state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void the_report_of_a_finished_run_is_stored_and_made_anew_when_more_becomes_known() throws Exception {
        // Given
        outcomeArrives();
        scoreArrives();
        chargeArrives();
        endArrives(RunState.COMPLETE);
        String first = reports.of(now());

        // When
        String again = reports.of(now());
        completion.check(charges.store(List.of(
                samples.charged(samples.charge(task, 1, samples.nextCall(), Charge.Status.UNCONFIRMED, "0.25")))));
        JsonNode later = EventJson.mapper().readTree(reports.of(now()));

        // Then
        assertThat(again).isEqualTo(first);
        JsonNode before = EventJson.mapper().readTree(first);
        assertThat(before.at("/run/state").asText()).isEqualTo("COMPLETE");
        assertThat(before.at("/run/spend/total/amount").asText()).isEqualTo("0.5");
        assertThat(later.at("/run/spend/total/amount").asText()).isEqualTo("0.75");
        assertThat(later.at("/run/spend/unconfirmed").asInt()).isEqualTo(1);
        assertThat(later.at("/leaderboard")).isEqualTo(before.at("/leaderboard"));
    }

    @Test
    void a_rescore_shows_its_metrics_when_its_aggregates_are_here() throws Exception {
        // Given
        outcomeArrives();
        scoreArrives();
        chargeArrives();
        endArrives(RunState.COMPLETE);
        var benchmark = samples.definition(1, 1).benchmark();

        // When
        completion.check(runEvents.store(List.of(new RunEvent.RescoreRequested(
                samples.nextEvent(),
                Samples.NOW,
                Samples.GROUP,
                samples.run(),
                2,
                benchmark.pipelines(),
                benchmark.metrics()))));
        completion.check(scores.store(List.of(
                samples.scored(2, Stream.of(samples.score(task, 0))),
                samples.aggregated(2, true, 1, samples.aggregate("sim-large", null, 1, 1, 0.0)))));

        // Then
        assertThat(now().revision()).isEqualTo(2);
        JsonNode report = EventJson.mapper().readTree(reports.of(now()));
        assertThat(report.at("/leaderboard/0/metrics/0/value").asDouble()).isZero();
    }
}
