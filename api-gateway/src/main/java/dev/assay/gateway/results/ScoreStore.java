package dev.assay.gateway.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Columns;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.stop.Standing;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stores scores of samples and aggregates of runs. Of a sample the score with the greatest revision is kept, of a run
 * the aggregates with the greatest revision that rest on most outcomes. A batch may come any number of times.
 * Thread-safe.
 */
public final class ScoreStore {

    private static final Comparator<ScoreEvent.Aggregated> BY_STANDING = Comparator.comparingInt(
                    ScoreEvent.Aggregated::revision)
            .thenComparing(ScoreEvent.Aggregated::isFinal)
            .thenComparingLong(ScoreEvent.Aggregated::outcomes);

    private static final String SCORES = """
            with stored as (
                insert into sample_score as known (run_key, model, item, repeat, revision, scores, extracted,
                                                   unscored)
                select run_key, model, item, repeat, revision, scores::jsonb, extracted, unscored
                from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                     as incoming (run_key, model, item, repeat, revision, scores, extracted, unscored)
                order by run_key, model, item, repeat
                on conflict (run_key, model, item, repeat) do update
                set revision = excluded.revision, scores = excluded.scores, extracted = excluded.extracted,
                    unscored = excluded.unscored
                where known.revision < excluded.revision
                returning run_key, model, revision)
            insert into score_count as counter (run_key, model, revision, scored)
            select run_key, model, revision, count(*)
            from stored group by run_key, model, revision order by run_key, model, revision
            on conflict (run_key, model, revision) do update set scored = counter.scored + excluded.scored
            """;

    private static final String AGGREGATES = """
            insert into aggregate as known (run_key, revision, is_final, outcomes, headline, aggregates, variants)
            select * from unnest(?, ?, ?, ?, ?, ?, ?)
            on conflict (run_key) do update
            set revision = excluded.revision, is_final = excluded.is_final, outcomes = excluded.outcomes,
                headline = excluded.headline, aggregates = excluded.aggregates,
                variants = excluded.variants
            where (known.revision, known.is_final, known.outcomes)
                <= (excluded.revision, excluded.is_final, excluded.outcomes)
            """;

    private final Database database;
    private final RunKeys runs;

    public ScoreStore(Database database, RunKeys runs) {
        this.database = database;
        this.runs = runs;
    }

    /** Stores a batch and returns the keys of the runs that it is about. */
    public Set<Long> store(List<ScoreEvent> batch) {
        return database.write(connection -> store(connection, batch));
    }

    private Set<Long> store(Connection connection, List<ScoreEvent> batch) throws SQLException {
        Set<RunId> named = new HashSet<>();
        Map<TaskId, Scored> scores = new LinkedHashMap<>();
        Map<RunId, ScoreEvent.Aggregated> aggregates = new LinkedHashMap<>();
        List<ScoreEvent.SamplesJudged> grades = new ArrayList<>();
        List<ScoreEvent.PairsJudged> pairs = new ArrayList<>();
        Map<RunId, ScoreEvent.Decided> decisions = new LinkedHashMap<>();
        for (ScoreEvent event : batch) {
            switch (event) {
                case ScoreEvent.SamplesScored scored -> {
                    named.add(scored.runId());
                    for (SampleScore score : scored.samples()) {
                        scores.merge(score.taskId(), new Scored(scored.revision(), score), Scored::later);
                    }
                }
                case ScoreEvent.Aggregated aggregated -> {
                    named.add(aggregated.runId());
                    aggregates.merge(aggregated.runId(), aggregated, (a, b) -> BY_STANDING.compare(a, b) <= 0 ? b : a);
                }
                case ScoreEvent.Decided decided -> {
                    // A later one holds all of an earlier one.
                    named.add(decided.runId());
                    decisions.put(decided.runId(), decided);
                }
                case ScoreEvent.SamplesJudged judged -> {
                    named.add(judged.runId());
                    grades.add(judged);
                }
                case ScoreEvent.PairsJudged judged -> {
                    named.add(judged.runId());
                    pairs.add(judged);
                }
                case ScoreEvent.Unrecognised unrecognised -> {
                    // A newer scorer says something that this version does not show.
                }
            }
        }
        Map<RunId, RunKeys.KnownRun> known = runs.of(connection, named);
        run(connection, SCORES, scoreColumns(known, scores));
        JudgementStore.store(connection, known, grades, pairs);
        run(connection, AGGREGATES, aggregateColumns(known, aggregates));
        for (ScoreEvent.Decided decided : decisions.values()) {
            RunKeys.KnownRun run = known.get(decided.runId());
            if (run != null) {
                var unused = Query.of("update run set stopped = ? where run_key = ?", Standing.json(decided), run.key())
                        .run(connection);
            }
        }
        return RunKeys.keys(known);
    }

    private static Columns scoreColumns(Map<RunId, RunKeys.KnownRun> known, Map<TaskId, Scored> scores) {
        Columns columns = Columns.of("int8", "int2", "int4", "int4", "int4", "text", "text", "text");
        scores.forEach((task, scored) -> {
            RunKeys.KnownRun run = known.get(task.run());
            if (run != null && !run.plans(task)) {
                RunKeys.leftOut(task);
            } else if (run != null) {
                Map<String, String> extracted = scored.score().extracted();
                Map<String, String> unscored = scored.score().unscored();
                columns.add(
                        run.key(),
                        (short) task.model(),
                        task.item(),
                        task.repeat(),
                        scored.revision(),
                        // As JSON a NUL is an escape, which would come through unseen.
                        json(scored.score().scores()).replace("\\u0000", "\\ufffd"),
                        extracted.isEmpty() ? null : json(extracted),
                        unscored.isEmpty() ? null : json(unscored));
            }
        });
        return columns;
    }

    private static Columns aggregateColumns(
            Map<RunId, RunKeys.KnownRun> known, Map<RunId, ScoreEvent.Aggregated> aggregates) {
        Columns columns = Columns.of("int8", "int4", "bool", "int8", "text", "text", "text");
        aggregates.forEach((runId, aggregated) -> {
            RunKeys.KnownRun run = known.get(runId);
            if (run != null) {
                List<MetricAggregate> overall = aggregated.aggregates().stream()
                        .filter(aggregate -> aggregate.category() == null)
                        .toList();
                columns.add(
                        run.key(),
                        aggregated.revision(),
                        aggregated.isFinal(),
                        aggregated.outcomes(),
                        json(overall),
                        json(aggregated.aggregates()),
                        aggregated.variants().isEmpty() ? null : json(aggregated.variants()));
            }
        });
        return columns;
    }

    private static void run(Connection connection, String sql, Columns columns) throws SQLException {
        if (!columns.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                columns.bind(connection, statement);
                statement.executeUpdate();
            }
        }
    }

    private static String json(Object value) {
        try {
            return EventJson.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("scores can always be written", e);
        }
    }

    private record Scored(int revision, SampleScore score) {

        static Scored later(Scored a, Scored b) {
            return a.revision() <= b.revision() ? b : a;
        }
    }
}
