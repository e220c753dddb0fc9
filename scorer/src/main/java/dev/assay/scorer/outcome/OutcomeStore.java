package dev.assay.scorer.outcome;

import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.scoring.aggregate.OutcomeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Runs and outcomes in Postgres. Every write can be repeated without effect. Thread-safe. */
final class OutcomeStore {

    private static final int PAGE = 2_000;

    private final DataSource dataSource;

    OutcomeStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What a scan does with each outcome. */
    interface Visitor {
        void visit(StoredOutcome outcome) throws SQLException;
    }

    void plan(RunDefinition run) throws SQLException {
        String sql = "insert into run (run_id, group_id, definition) values (?, ?, ?) on conflict (run_id) do nothing";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, run.id().value());
            insert.setString(2, run.group().value());
            insert.setString(3, OutcomeJson.write(run));
            insert.executeUpdate();
            // Outcomes may have come before the plan.
            count(connection, run.id());
        }
    }

    private static void count(Connection connection, RunId run) throws SQLException {
        String sql = "update run set recorded = (select count(*) from outcome where run_id = ?) where run_id = ?";
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, run.value());
            update.setString(2, run.value());
            update.executeUpdate();
        }
    }

    void expect(RunEvent.Settled settled) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update run set expected = ? where run_id = ?")) {
            update.setLong(1, settled.outcomes());
            update.setString(2, settled.runId().value());
            update.executeUpdate();
        }
    }

    /** Begins another scoring; one that has begun already is left alone. */
    void revise(RunId run, int revision, List<PipelineSpec> pipelines, List<MetricSpec> metrics) throws SQLException {
        String sql = "update run set revision = ?, pipelines = coalesce(?, pipelines), metrics = coalesce(?, metrics)"
                + " where run_id = ? and revision < ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setInt(1, revision);
            update.setString(2, pipelines.isEmpty() ? null : OutcomeJson.write(pipelines));
            update.setString(3, metrics.isEmpty() ? null : OutcomeJson.write(metrics));
            update.setString(4, run.value());
            update.setInt(5, revision);
            update.executeUpdate();
        }
    }

    /** Stores how the questions of a run stand; a later word holds all of an earlier one. */
    void decide(RunId run, RunDecisions decisions) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("update run set decided = ? where run_id = ?")) {
            update.setString(1, OutcomeJson.write(decisions));
            update.setString(2, run.value());
            update.executeUpdate();
        }
    }

    void markFinal(RunId run, int revision) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update run set final_revision = ? where run_id = ?")) {
            update.setInt(1, revision);
            update.setString(2, run.value());
            update.executeUpdate();
        }
    }

    Optional<RunRecord> find(RunId run) throws SQLException {
        String sql = "select definition, pipelines, metrics, revision, recorded, expected, final_revision, decided"
                + " from run where run_id = ?";
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, run.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(record(row)) : Optional.empty();
            }
        }
    }

    private static RunRecord record(ResultSet row) throws SQLException {
        RunDefinition definition = OutcomeJson.definition(row.getString(1));
        String pipelines = row.getString(2);
        String metrics = row.getString(3);
        long expected = row.getLong(6);
        @Nullable Long known = row.wasNull() ? null : expected;
        return new RunRecord(
                definition,
                pipelines == null ? definition.benchmark().pipelines() : OutcomeJson.pipelines(pipelines),
                metrics == null ? definition.benchmark().metrics() : OutcomeJson.metrics(metrics),
                row.getInt(4),
                row.getLong(5),
                known,
                row.getInt(7),
                OutcomeJson.decisions(row.getString(8)));
    }

    /**
     * Stores outcomes of one run; a sample that has one already keeps it.
     *
     * @return the tasks whose outcome was stored now
     */
    Set<TaskId> add(RunId run, List<StoredOutcome> outcomes) throws SQLException {
        String sql = """
                insert into outcome
                    (run_id, model, item, repeat, group_id, kind, category, answer, judged_by, extracted, scores,
                    unscored)
                select ?, * from unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[], ?::text[],
                    ?::text[], ?::text[], ?::text[], ?::text[])
                on conflict do nothing returning model, item, repeat
                """;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            Set<TaskId> added = new HashSet<>();
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setString(1, run.value());
                array(insert, 2, "int", outcomes, o -> o.task().model());
                array(insert, 3, "int", outcomes, o -> o.task().item());
                array(insert, 4, "int", outcomes, o -> o.task().repeat());
                array(insert, 5, "text", outcomes, o -> o.group().value());
                array(insert, 6, "text", outcomes, o -> o.kind().name());
                array(insert, 7, "text", outcomes, StoredOutcome::category);
                array(insert, 8, "text", outcomes, o -> OutcomeJson.storable(o.answer()));
                array(insert, 9, "text", outcomes, OutcomeJson::judgedBy);
                array(insert, 10, "text", outcomes, OutcomeJson::extracted);
                array(insert, 11, "text", outcomes, OutcomeJson::scores);
                array(insert, 12, "text", outcomes, OutcomeJson::unscored);
                try (ResultSet rows = insert.executeQuery()) {
                    while (rows.next()) {
                        added.add(new TaskId(run, rows.getInt(1), rows.getInt(2), rows.getInt(3)));
                    }
                }
            }
            if (!added.isEmpty()) {
                increase(connection, run, added.size());
            }
            connection.commit();
            return added;
        }
    }

    private static void increase(Connection connection, RunId run, int by) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update run set recorded = recorded + ? where run_id = ?")) {
            update.setLong(1, by);
            update.setString(2, run.value());
            update.executeUpdate();
        }
    }

    /** Replaces the scores of stored outcomes. */
    void rescore(RunId run, List<StoredOutcome> outcomes) throws SQLException {
        String sql = """
                update outcome o set extracted = u.extracted, scores = u.scores, unscored = u.unscored
                from unnest(?::int[], ?::int[], ?::int[], ?::text[], ?::text[], ?::text[])
                    as u (model, item, repeat, extracted, scores, unscored)
                where o.run_id = ? and o.model = u.model and o.item = u.item and o.repeat = u.repeat
                """;
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            array(update, 1, "int", outcomes, o -> o.task().model());
            array(update, 2, "int", outcomes, o -> o.task().item());
            array(update, 3, "int", outcomes, o -> o.task().repeat());
            array(update, 4, "text", outcomes, OutcomeJson::extracted);
            array(update, 5, "text", outcomes, OutcomeJson::scores);
            array(update, 6, "text", outcomes, OutcomeJson::unscored);
            update.setString(7, run.value());
            update.executeUpdate();
        }
    }

    /** Visits the outcomes of all samples of a run, ordered by model, item and repeat, a page at a time in memory. */
    void scan(RunDefinition of, boolean withAnswers, Visitor visitor) throws SQLException {
        RunId run = of.id();
        String texts = withAnswers ? "answer, judged_by" : "null, null";
        String sql = "select model, item, repeat, group_id, kind, category, " + texts
                + ", extracted, scores, unscored, judged from outcome where run_id = ? and model < ? order by model, item, repeat";
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setFetchSize(PAGE);
                select.setString(1, run.value());
                select.setInt(2, of.models().size());
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        visitor.visit(outcome(run, rows));
                    }
                }
            }
            connection.commit();
        }
    }

    private static StoredOutcome outcome(RunId run, ResultSet row) throws SQLException {
        OutcomeJson.JudgedBy judgedBy = OutcomeJson.readJudgedBy(row.getString(8));
        return new StoredOutcome(
                new TaskId(run, row.getInt(1), row.getInt(2), row.getInt(3)),
                new GroupId(row.getString(4)),
                OutcomeKind.valueOf(row.getString(5)),
                row.getString(6),
                row.getString(7),
                judgedBy.references(),
                judgedBy.choices(),
                OutcomeJson.readScores(row.getString(9), row.getString(10), row.getString(11)),
                Grade.scores(OutcomeJson.readGrades(row.getString(12))));
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> value)
            throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(rows.size());
        rows.forEach(row -> values.add(value.apply(row)));
        // Typed arrays let the driver send them in binary form.
        Object[] column = values.toArray("int".equals(type) ? new Integer[0] : new String[0]);
        statement.setArray(index, statement.getConnection().createArrayOf(type, column));
    }
}
