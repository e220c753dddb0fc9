package dev.assay.gateway.results;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.gateway.database.Columns;
import dev.assay.gateway.database.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Stores what came of attempts. The first final outcome of a task becomes its sample, all other attempts are kept
 * beside it. A batch may come any number of times; counters move only with rows that are new. Thread-safe.
 */
public final class OutcomeStore {

    private static final String SAMPLES =
            """
            with incoming (%1$s) as (select * from %2$s),
            stored as (
                insert into sample (%1$s)
                select %1$s from incoming order by run_key, model, item, repeat
                on conflict do nothing
                returning run_key, model, outcome),
            counted as (
                insert into outcome_count as counter (run_key, model, answered, refused, failed, cancelled)
                select run_key, model,
                       count(*) filter (where outcome = 1), count(*) filter (where outcome = 2),
                       count(*) filter (where outcome = 3), count(*) filter (where outcome = 4)
                from stored group by run_key, model order by run_key, model
                on conflict (run_key, model) do update
                set answered = counter.answered + excluded.answered, refused = counter.refused + excluded.refused,
                    failed = counter.failed + excluded.failed, cancelled = counter.cancelled + excluded.cancelled)
            select count(*) from stored
            """.formatted(AttemptColumns.SAMPLE_NAMES, AttemptColumns.samples().unnest());

    // Of the final outcomes that came too late, those of another attempt than the one that decided.
    private static final String LATE_FINALS =
            """
            with incoming (%1$s) as (select * from %2$s)
            insert into attempt (%3$s)
            select %3$s from incoming
            where exists (
                select from sample s
                where s.run_key = incoming.run_key and s.model = incoming.model and s.item = incoming.item
                  and s.repeat = incoming.repeat and s.attempt <> incoming.attempt)
            on conflict do nothing
            """.formatted(AttemptColumns.SAMPLE_NAMES, AttemptColumns.samples().unnest(), AttemptColumns.NAMES);

    private static final String ATTEMPTS =
            """
            insert into attempt (%1$s) select * from %2$s on conflict do nothing
            """.formatted(AttemptColumns.NAMES, AttemptColumns.attempts().unnest());

    private final Database database;
    private final RunKeys runs;

    public OutcomeStore(Database database, RunKeys runs) {
        this.database = database;
        this.runs = runs;
    }

    /**
     * Stores a batch whose outcomes of one task are in the order of the topic.
     *
     * @return the keys of the runs that they belong to
     */
    public Set<Long> store(List<AttemptOutcome> batch) {
        return database.write(connection -> store(connection, batch));
    }

    private Set<Long> store(Connection connection, List<AttemptOutcome> batch) throws SQLException {
        Map<RunId, RunKeys.KnownRun> known =
                runs.of(connection, batch.stream().map(AttemptOutcome::runId).collect(Collectors.toSet()));
        Columns finals = AttemptColumns.samples();
        Columns laterFinals = AttemptColumns.samples();
        Columns others = AttemptColumns.attempts();
        Set<TaskId> decided = HashSet.newHashSet(batch.size());
        for (AttemptOutcome attempt : batch) {
            TaskId task = attempt.attemptId().task();
            RunKeys.KnownRun run = known.get(attempt.runId());
            if (run == null) {
                continue;
            }
            if (!run.plans(task)) {
                RunKeys.leftOut(task);
                continue;
            }
            long key = run.key();
            if (!attempt.finalForTask()) {
                AttemptColumns.addAttempt(others, key, attempt);
            } else if (decided.add(task)) {
                AttemptColumns.addSample(finals, key, attempt);
            } else {
                AttemptColumns.addSample(laterFinals, key, attempt);
            }
        }
        if (insertSamples(connection, finals) < finals.rows()) {
            insert(connection, LATE_FINALS, finals);
        }
        insert(connection, LATE_FINALS, laterFinals);
        insert(connection, ATTEMPTS, others);
        return RunKeys.keys(known);
    }

    private static long insertSamples(Connection connection, Columns finals) throws SQLException {
        if (finals.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(SAMPLES)) {
            finals.bind(connection, statement);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void insert(Connection connection, String sql, Columns columns) throws SQLException {
        if (!columns.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                columns.bind(connection, statement);
                statement.executeUpdate();
            }
        }
    }
}
