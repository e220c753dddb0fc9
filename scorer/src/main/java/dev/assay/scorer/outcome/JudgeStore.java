package dev.assay.scorer.outcome;

import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.scoring.aggregate.OutcomeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What judging needs of the stored outcomes. Every write can be repeated without effect. Thread-safe. */
final class JudgeStore {

    private static final String AT = """
            from outcome o join (select distinct * from unnest(?::int[], ?::int[]) as k (item, repeat)) k
                on o.item = k.item and o.repeat = k.repeat
            where o.run_id = ?
            """;
    private static final String WANTED = """
            update outcome o set wanted = true
            from unnest(?::int[], ?::int[], ?::int[]) as u (model, item, repeat)
            where o.run_id = ? and o.model = u.model and o.item = u.item and o.repeat = u.repeat
            """;
    private static final String GRADE = """
            update outcome o set judged = (coalesce(o.judged, '{}')::jsonb || u.judged::jsonb)::text
            from unnest(?::int[], ?::int[], ?::int[], ?::text[]) as u (model, item, repeat, judged)
            where o.run_id = ? and o.model = u.model and o.item = u.item and o.repeat = u.repeat
            """;
    private static final String ALL_WANTED = """
            select r.samples is not null and not r.all_wanted
                and r.samples <= (select count(*) from outcome o where o.run_id = r.run_id and o.model < ?)
                and not exists (select from outcome o where o.run_id = r.run_id and o.model < ?
                    and o.kind = 'ANSWERED' and o.wanted is null)
            from run r where r.run_id = ?
            """;

    private final DataSource dataSource;

    JudgeStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** What came of a judge's task. @param reply null unless it answered */
    record Reply(OutcomeKind kind, @Nullable String reply) {}

    /** The answers of all models to the items and repeats of some tasks, by task. */
    Map<TaskId, String> answers(RunDefinition run, Collection<TaskId> tasks) throws SQLException {
        return at(
                run.id(),
                tasks,
                "o.answer",
                " and o.kind = 'ANSWERED' and o.model < " + run.models().size(),
                row -> {
                    return row.getString(4);
                });
    }

    /** How many code points those answers have. */
    Map<TaskId, Long> lengths(RunDefinition run, Collection<TaskId> tasks) throws SQLException {
        String answered =
                " and o.kind = 'ANSWERED' and o.model < " + run.models().size();
        return at(run.id(), tasks, "char_length(o.answer)", answered, row -> row.getLong(4));
    }

    /** What came of the judges' tasks about the items and repeats of some tasks. */
    Map<TaskId, Reply> replies(RunDefinition run, Collection<TaskId> tasks) throws SQLException {
        return at(
                run.id(),
                tasks,
                "o.answer, o.kind",
                " and o.model >= " + run.models().size(),
                row -> {
                    return new Reply(OutcomeKind.valueOf(row.getString(5)), row.getString(4));
                });
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Map<TaskId, T> at(
            RunId run, Collection<TaskId> tasks, String columns, String condition, Reading<T> reading)
            throws SQLException {
        List<TaskId> places = List.copyOf(tasks);
        Map<TaskId, T> found = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select o.model, o.item, o.repeat, " + columns + " " + AT + condition)) {
            array(select, 1, "int", places, TaskId::item);
            array(select, 2, "int", places, TaskId::repeat);
            select.setString(3, run.value());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.put(new TaskId(run, rows.getInt(1), rows.getInt(2), rows.getInt(3)), reading.of(rows));
                }
            }
        }
        return found;
    }

    /** Requests about these answers have been published. */
    void markWanted(RunId run, List<TaskId> tasks) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(WANTED)) {
            array(update, 1, "int", tasks, TaskId::model);
            array(update, 2, "int", tasks, TaskId::item);
            array(update, 3, "int", tasks, TaskId::repeat);
            update.setString(4, run.value());
            update.executeUpdate();
        }
    }

    /** Adds grades to samples. */
    void grade(RunId run, Map<TaskId, Map<String, Grade>> grades) throws SQLException {
        List<TaskId> tasks = List.copyOf(grades.keySet());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(GRADE)) {
            array(update, 1, "int", tasks, TaskId::model);
            array(update, 2, "int", tasks, TaskId::item);
            array(update, 3, "int", tasks, TaskId::repeat);
            array(update, 4, "text", tasks, task -> OutcomeJson.write(grades.getOrDefault(task, Map.of())));
            update.setString(5, run.value());
            update.executeUpdate();
        }
    }

    /** All samples are settled, and so many have an outcome; whoever asks wants to be told again. */
    void expectSamples(RunId run, long samples) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update run set samples = ?, all_wanted = false where run_id = ?")) {
            update.setLong(1, samples);
            update.setString(2, run.value());
            update.executeUpdate();
        }
    }

    /** Whether requests about all answers are published, and that was not said yet. */
    boolean isAllWantedNow(RunDefinition run) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL_WANTED)) {
            select.setInt(1, run.models().size());
            select.setInt(2, run.models().size());
            select.setString(3, run.id().value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    void allWantedTold(RunId run) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update =
                        connection.prepareStatement("update run set all_wanted = true where run_id = ?")) {
            update.setString(1, run.value());
            update.executeUpdate();
        }
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        Object[] values = rows.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
