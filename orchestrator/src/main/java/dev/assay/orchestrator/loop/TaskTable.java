package dev.assay.orchestrator.loop;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.orchestrator.run.TaskRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads and writes open tasks, many at a time. */
final class TaskTable {

    private static final String UPSERT = """
            insert into task (run_id, group_id, model, item, repeat, attempt, tries_left, phase, call_id, due)
            select * from unnest(?::text[], ?::text[], ?::int[], ?::int[], ?::int[], ?::int[], ?::int[], ?::text[],
                ?::text[], ?::timestamptz[])
            on conflict (run_id, model, item, repeat) do update set attempt = excluded.attempt,
                tries_left = excluded.tries_left, phase = excluded.phase, call_id = excluded.call_id,
                due = excluded.due
            """;

    private static final String DELETE = """
            delete from task t using unnest(?::text[], ?::int[], ?::int[], ?::int[]) as d (run_id, model, item, repeat)
            where t.run_id = d.run_id and t.model = d.model and t.item = d.item and t.repeat = d.repeat
            """;

    private TaskTable() {}

    static void write(Connection connection, Map<TaskId, Optional<TaskRow>> changed, Function<RunId, GroupId> groupOf)
            throws SQLException {
        List<TaskRow> rows = changed.values().stream().flatMap(Optional::stream).toList();
        if (!rows.isEmpty()) {
            upsert(connection, rows, groupOf);
        }
        List<TaskId> settled = changed.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        if (!settled.isEmpty()) {
            delete(connection, settled);
        }
    }

    private static void upsert(Connection connection, List<TaskRow> rows, Function<RunId, GroupId> groupOf)
            throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            array(upsert, 1, "text", rows, row -> row.task().run().value());
            array(
                    upsert,
                    2,
                    "text",
                    rows,
                    row -> groupOf.apply(row.task().run()).value());
            array(upsert, 3, "int", rows, row -> row.task().model());
            array(upsert, 4, "int", rows, row -> row.task().item());
            array(upsert, 5, "int", rows, row -> row.task().repeat());
            array(upsert, 6, "int", rows, TaskRow::attempt);
            array(upsert, 7, "int", rows, TaskRow::triesLeft);
            array(upsert, 8, "text", rows, row -> row.phase().name());
            array(upsert, 9, "text", rows, TaskTable::callText);
            array(
                    upsert,
                    10,
                    "timestamptz",
                    rows,
                    row -> Timestamp.from(row.due()).toInstant().toString());
            upsert.executeUpdate();
        }
    }

    @SuppressWarnings("NullAway") // an SQL array may hold nulls
    private static String callText(TaskRow row) {
        return row.call() == null ? null : row.call().value();
    }

    private static void delete(Connection connection, List<TaskId> settled) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            array(delete, 1, "text", settled, task -> task.run().value());
            array(delete, 2, "int", settled, TaskId::model);
            array(delete, 3, "int", settled, TaskId::item);
            array(delete, 4, "int", settled, TaskId::repeat);
            delete.executeUpdate();
        }
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        // Typed arrays let the driver send them in binary form.
        Object[] column =
                rows.stream().map(value).toArray(size -> "int".equals(type) ? new Integer[size] : new String[size]);
        statement.setArray(index, statement.getConnection().createArrayOf(type, column));
    }

    static List<TaskRow> read(Connection connection, RunId run) throws SQLException {
        String sql = "select model, item, repeat, attempt, tries_left, phase, call_id, due from task where run_id = ?";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, run.value());
            List<TaskRow> tasks = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String call = rows.getString(7);
                    tasks.add(new TaskRow(
                            new TaskId(run, rows.getInt(1), rows.getInt(2), rows.getInt(3)),
                            rows.getInt(4),
                            rows.getInt(5),
                            TaskRow.Phase.valueOf(rows.getString(6)),
                            call == null ? null : new CallId(call),
                            rows.getTimestamp(8).toInstant()));
                }
            }
            return tasks;
        }
    }
}
