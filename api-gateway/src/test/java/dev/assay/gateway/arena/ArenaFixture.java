package dev.assay.gateway.arena;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.run.RunState;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.Role;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.fixtures.FixedClock;
import dev.assay.gateway.fixtures.Samples;
import dev.assay.gateway.fixtures.StoredRuns;
import dev.assay.gateway.fixtures.TestDatabase;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.samples.SampleTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** An arena over a finished run of three models and six items, of which the last model failed on one. */
final class ArenaFixture {

    static final Caller ANN = new Caller("ann", "Ann", Role.MEMBER, Samples.GROUP);
    static final Caller BOB = new Caller("bob", "Bob", Role.MEMBER, Samples.GROUP);
    static final Caller STRANGER = new Caller("eve", "Eve", Role.MEMBER, new GroupId("other"));
    static final int ITEMS = 6;
    static final int COMPARISONS = 6 + 5 + 5;

    final Database database = TestDatabase.empty();
    final FixedClock clock = new FixedClock();
    final StoredRun run;
    final Arenas arenas;
    final Battles battles;
    final Ballot ballot;
    final Votes votes = new Votes(TestDatabase.source());
    final Arena arena;

    ArenaFixture() {
        Samples events = new Samples(4, "large", "medium", "small");
        StoredRun planned = StoredRuns.insert(database, events.definition(ITEMS, 1));
        List<AttemptOutcome> outcomes = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            for (int model = 0; model < 3; model++) {
                var task = events.task(model, item, 0);
                outcomes.add(
                        model == 2 && item == 3
                                ? events.failed(task, 1, events.nextCall(), true, FailureKind.DEADLINE)
                                : events.answered(
                                        task, 1, events.nextCall(), "# Answer\n- of " + model + " to " + item));
            }
        }
        new OutcomeStore(database, new RunKeys()).store(outcomes);
        database.change(connection -> {
            var unused = Query.of("update run set state = ? where run_key = ?", RunState.PARTIAL.name(), planned.key())
                    .run(connection);
        });
        run = StoredRuns.read(database, planned);
        UlidSource ids = new UlidSource(clock, new SplittableRandom(9));
        arenas = new Arenas(database, ids, new SplittableRandom(5), clock);
        battles = new Battles(database, ids, clock);
        ballot = new Ballot(database, new Answers(new SampleTexts()), clock);
        arena = arenas.create(
                ANN,
                Samples.GROUP,
                "which one",
                List.of(
                        new Arena.Side(run, 0, "large"),
                        new Arena.Side(run, 1, "medium"),
                        new Arena.Side(run, 2, "small")));
    }

    /** A verdict of a judge on two models of the run; null if both orders give no vote. */
    void judged(int item, int first, int second, Integer outcome) {
        database.change(connection -> {
            var unused = Query.of(
                            "insert into judged_pair (run_key, judge, item, repeat, model_a, model_b, as_given, outcome,"
                                    + " length_a, length_b) values (?, 'grader', ?, 0, ?, ?, 4, ?::int, 1, 1)",
                            run.key(),
                            item,
                            first,
                            second,
                            outcome)
                    .run(connection);
        });
    }
}
