package dev.assay.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.report.Completion;
import dev.assay.gateway.report.Reports;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunEventStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.runs.RunView;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRunsTest {

    private static final GroupId VISION = new GroupId("vision-lab");

    private final FixedClock clock = new FixedClock();
    private final Samples samples = new Samples(1, "sim-large");
    private Database database;
    private StoredRun run;
    private LiveRuns live;

    @BeforeEach
    void a_run_of_a_group() {
        database = TestDatabase.empty();
        RunDefinition definition = samples.definition(VISION, 10, 1);
        run = StoredRuns.insert(database, definition);
        live = new LiveRuns(new Runs(database, clock), clock);
    }

    /** Writes down what it is told. */
    private static final class Notes implements Follower.Sink {

        final List<String> told = new ArrayList<>();

        @Override
        public void run(RunView view, String json) {
            told.add("run " + view.state() + " " + view.progress().answered());
        }

        @Override
        public void end(RunView view, String json) {
            told.add("end " + view.state());
        }

        @Override
        public void heartbeat() {
            told.add("heartbeat");
        }

        @Override
        public void close() {
            told.add("close");
        }
    }

    private Notes follow(Scope scope, Long key) {
        Notes notes = new Notes();
        live.add(new Follower(scope, key, clock.instant(), notes));
        return notes;
    }

    private void answer(int item) {
        new OutcomeStore(database, new RunKeys())
                .store(List.of(samples.answered(samples.task(0, item, 0), 1, samples.nextCall(), "42")));
    }

    private void end(RunState state) {
        var touched = new RunEventStore(database, new RunKeys()).store(List.of(samples.state(state, "a test")));
        new Completion(database, new Reports(database, "test"), clock).check(touched);
    }

    @Test
    void a_change_is_told_once_and_nothing_when_nothing_has_changed() {
        // Given
        Notes notes = follow(new Scope.OneGroup(VISION), run.key());
        live.look();
        notes.told.clear();

        // When
        live.look();
        answer(0);
        live.look();
        live.look();

        // Then
        assertThat(notes.told).containsExactly("run PLANNING 1");
    }

    @Test
    void the_end_is_told_to_whoever_follows_that_run_and_as_a_change_to_all_others() {
        // Given
        Notes one = follow(new Scope.OneGroup(VISION), run.key());
        Notes all = follow(new Scope.AllGroups(), null);
        live.look();

        // When
        end(RunState.FAILED);
        live.look();

        // Then
        assertThat(one.told).last().isEqualTo("end FAILED");
        assertThat(all.told).last().isEqualTo("run FAILED 0");
    }

    @Test
    void other_groups_are_told_nothing() {
        // Given
        Notes notes = follow(new Scope.OneGroup(new GroupId("nlp-lab")), null);
        Notes spying = follow(new Scope.OneGroup(new GroupId("nlp-lab")), run.key());
        live.look();

        // When
        answer(0);
        live.look();
        end(RunState.FAILED);
        live.look();

        // Then
        assertThat(notes.told).containsOnly("heartbeat");
        assertThat(spying.told).containsOnly("heartbeat");
    }

    @Test
    void a_sign_of_life_comes_every_fifteen_seconds_and_a_stream_lasts_an_hour() {
        // Given
        Notes notes = follow(new Scope.OneGroup(new GroupId("nlp-lab")), null);
        live.look();
        notes.told.clear();

        // When
        clock.advance(Duration.ofSeconds(10));
        live.look();
        clock.advance(Duration.ofSeconds(6));
        live.look();
        clock.advance(Duration.ofHours(1));
        live.look();

        // Then
        assertThat(notes.told).containsExactly("heartbeat", "heartbeat", "close");
    }

    @Test
    void who_has_left_is_told_nothing() {
        // Given
        Notes notes = new Notes();
        Follower follower = new Follower(new Scope.AllGroups(), null, clock.instant(), notes);
        live.add(follower);
        live.remove(follower);

        // When
        answer(0);
        live.look();

        // Then
        assertThat(notes.told).isEmpty();
        assertThat(live.followers()).isZero();
    }
}
