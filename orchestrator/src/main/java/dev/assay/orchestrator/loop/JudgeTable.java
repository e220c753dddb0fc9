package dev.assay.orchestrator.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.JudgeRequest;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.orchestrator.run.Changes;
import dev.assay.orchestrator.run.WantedPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Judges' tasks with the answers that they are about. A task's row stays until its run is over, so that the same task is
 * never taken twice; its answers go when it is settled.
 */
final class JudgeTable {

    private static final String INSERT = """
            insert into judge_request (run_id, group_id, lane, place, item, repeat, answers)
            select * from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::int[], ?::int[], ?::text[])
            """;
    private static final String OF_TASKS = """
            unnest(?::text[], ?::int[], ?::int[], ?::int[]) as t (run_id, lane, item, repeat)
            where r.run_id = t.run_id and r.lane = t.lane and r.item = t.item and r.repeat = t.repeat
            """;
    private static final String KNOWN = "select r.run_id, r.lane, r.item, r.repeat from judge_request r, " + OF_TASKS;
    private static final String ANSWERS =
            "select r.run_id, r.lane, r.item, r.repeat, r.answers from judge_request r, " + OF_TASKS;
    private static final String SETTLE = "update judge_request r set answers = null from " + OF_TASKS;
    private static final String PLACES = """
            select item, repeat from judge_request where run_id = ? and lane = ? and place >= ? order by place limit ?
            """;
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private JudgeTable() {}

    static void insert(Connection connection, Collection<Changes.Wanted> wanted, Function<RunId, GroupId> groupOf)
            throws SQLException {
        if (wanted.isEmpty()) {
            return;
        }
        List<Changes.Wanted> rows = List.copyOf(wanted);
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            array(insert, 1, "text", rows, row -> task(row).run().value());
            array(insert, 2, "text", rows, row -> groupOf.apply(task(row).run()).value());
            array(insert, 3, "int", rows, row -> task(row).model());
            array(insert, 4, "bigint", rows, Changes.Wanted::place);
            array(insert, 5, "int", rows, row -> task(row).item());
            array(insert, 6, "int", rows, row -> task(row).repeat());
            array(insert, 7, "text", rows, row -> json(row.request().answers()));
            insert.executeUpdate();
        }
    }

    /** Those of the tasks that have a row. */
    static Set<TaskId> known(Connection connection, Collection<TaskId> tasks) throws SQLException {
        Set<TaskId> known = new HashSet<>();
        try (PreparedStatement select = connection.prepareStatement(KNOWN)) {
            bind(select, List.copyOf(tasks));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    known.add(task(rows));
                }
            }
        }
        return known;
    }

    /** The answers that tasks are about; a settled one is not there. */
    static Map<TaskId, JudgeRequest> requests(Connection connection, Collection<TaskId> tasks) throws SQLException {
        Map<TaskId, JudgeRequest> requests = new HashMap<>();
        if (tasks.isEmpty()) {
            return requests;
        }
        try (PreparedStatement select = connection.prepareStatement(ANSWERS)) {
            bind(select, List.copyOf(tasks));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    String answers = rows.getString(5);
                    if (answers != null) {
                        requests.put(task(rows), new JudgeRequest(task(rows), texts(answers)));
                    }
                }
            }
        }
        return requests;
    }

    /** The tasks at some places of a lane, in their order. */
    static List<TaskId> at(Connection connection, WantedPlace place) throws SQLException {
        List<TaskId> tasks = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(PLACES)) {
            select.setString(1, place.run().value());
            select.setInt(2, place.lane());
            select.setLong(3, place.from());
            select.setInt(4, place.count());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    tasks.add(new TaskId(place.run(), place.lane(), rows.getInt(1), rows.getInt(2)));
                }
            }
        }
        return tasks;
    }

    static void settle(Connection connection, Collection<TaskId> tasks) throws SQLException {
        if (!tasks.isEmpty()) {
            try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
                bind(update, List.copyOf(tasks));
                update.executeUpdate();
            }
        }
    }

    static void delete(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from judge_request where run_id = ?")) {
            delete.setString(1, run.value());
            delete.executeUpdate();
        }
    }

    private static TaskId task(Changes.Wanted wanted) {
        return wanted.request().task();
    }

    private static TaskId task(ResultSet row) throws SQLException {
        return new TaskId(new RunId(row.getString(1)), row.getInt(2), row.getInt(3), row.getInt(4));
    }

    private static void bind(PreparedStatement statement, List<TaskId> tasks) throws SQLException {
        array(statement, 1, "text", tasks, task -> task.run().value());
        array(statement, 2, "int", tasks, TaskId::model);
        array(statement, 3, "int", tasks, TaskId::item);
        array(statement, 4, "int", tasks, TaskId::repeat);
    }

    private static <T> void array(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, Object> value)
            throws SQLException {
        statement.setArray(
                index,
                statement
                        .getConnection()
                        .createArrayOf(type, rows.stream().map(value).toArray()));
    }

    private static String json(List<String> answers) {
        try {
            // Within JSON a NUL is an escape, so Postgres takes every answer.
            return EventJson.mapper().writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written", e);
        }
    }

    private static List<String> texts(String json) throws SQLException {
        try {
            return EventJson.mapper().readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored answers cannot be read", e);
        }
    }
}
