package dev.assay.gateway.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.JudgedPair;
import dev.assay.contracts.event.SampleScore;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.database.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Stores what judges say: grades beside the scores of their samples, and pairs. Any of it may come again. */
final class JudgementStore {

    private static final String GRADES = """
            update sample_score s
            set scores = s.scores || i.scores::jsonb,
                unscored = case when i.unscored is null then s.unscored
                    else (coalesce(s.unscored, '{}')::jsonb || i.unscored::jsonb)::text end
            from unnest(?, ?, ?, ?, ?, ?, ?) as i (run_key, model, item, repeat, revision, scores, unscored)
            where s.run_key = i.run_key and s.model = i.model and s.item = i.item and s.repeat = i.repeat
                and s.revision <= i.revision
            """;
    private static final String PAIRS = """
            insert into judged_pair (run_key, judge, item, repeat, model_a, model_b, category, as_given, swapped, outcome,
                length_a, length_b)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private record Graded(int revision, SampleScore score) {}

    private JudgementStore() {}

    static void store(
            Connection connection,
            Map<RunId, RunKeys.KnownRun> known,
            List<ScoreEvent.SamplesJudged> graded,
            List<ScoreEvent.PairsJudged> pairs)
            throws SQLException {
        // One statement updates a row once: what several judges gave to a sample goes one after the other.
        for (List<Graded> round : rounds(graded)) {
            run(connection, GRADES, grades(known, round));
        }
        run(connection, PAIRS, pairs(known, pairs));
    }

    private static List<List<Graded>> rounds(List<ScoreEvent.SamplesJudged> events) {
        List<List<Graded>> rounds = new ArrayList<>();
        Map<TaskId, Integer> seen = new HashMap<>();
        for (ScoreEvent.SamplesJudged event : events) {
            for (SampleScore score : event.samples()) {
                int round = seen.merge(score.taskId(), 1, Integer::sum) - 1;
                while (rounds.size() <= round) {
                    rounds.add(new ArrayList<>());
                }
                rounds.get(round).add(new Graded(event.revision(), score));
            }
        }
        return rounds;
    }

    private static Columns grades(Map<RunId, RunKeys.KnownRun> known, List<Graded> round) {
        Columns columns = Columns.of("int8", "int2", "int4", "int4", "int4", "text", "text");
        for (Graded graded : round) {
            SampleScore score = graded.score();
            RunKeys.KnownRun run = known.get(score.taskId().run());
            if (run != null && run.plans(score.taskId())) {
                columns.add(
                        run.key(),
                        (short) score.taskId().model(),
                        score.taskId().item(),
                        score.taskId().repeat(),
                        graded.revision(),
                        json(score.scores()),
                        score.unscored().isEmpty() ? null : json(score.unscored()));
            }
        }
        return columns;
    }

    private static Columns pairs(Map<RunId, RunKeys.KnownRun> known, List<ScoreEvent.PairsJudged> events) {
        Columns columns = Columns.of(
                "int8", "text", "int4", "int4", "int2", "int2", "text", "int2", "int2", "int2", "int8", "int8");
        for (ScoreEvent.PairsJudged event : events) {
            RunKeys.KnownRun run = known.get(event.runId());
            if (run == null) {
                continue;
            }
            for (JudgedPair pair : event.pairs()) {
                columns.add(
                        run.key(),
                        pair.judge(),
                        pair.item(),
                        pair.repeat(),
                        position(run, pair.modelA()),
                        position(run, pair.modelB()),
                        pair.category(),
                        code(pair.asGiven()),
                        code(pair.swapped()),
                        code(pair.outcome()),
                        pair.lengthA(),
                        pair.lengthB());
            }
        }
        return columns;
    }

    private static short position(RunKeys.KnownRun run, ModelId model) {
        return (short) run.models().indexOf(model);
    }

    private static @Nullable Short code(JudgedPair.@Nullable Verdict verdict) {
        return verdict == null
                ? null
                : switch (verdict) {
                    case A -> (short) 1;
                    case B -> (short) 2;
                    case TIE -> (short) 3;
                    case MISSING, UNKNOWN -> (short) 4;
                };
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
}
