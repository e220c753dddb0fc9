package dev.assay.orchestrator.loop;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import dev.assay.orchestrator.run.LaneProgress;
import dev.assay.orchestrator.run.RunRow;
import dev.assay.orchestrator.run.Spent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads and writes runs and their lanes. */
final class RunTable {

    private static final String COLUMNS =
            "definition, manifest, state, ending, reason, calls, revision, scored, charged, spent_calls, spent,"
                    + " dearest_call, created_at";

    private RunTable() {}

    static void insert(Connection connection, RunRow row, List<LaneProgress> lanes) throws SQLException {
        String sql = """
                insert into run (run_id, group_id, state, definition, manifest, created_at) values (?, ?, ?, ?, ?, ?)
                on conflict (run_id) do nothing
                """;
        RunDefinition run = row.definition();
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, run.id().value());
            insert.setString(2, run.group().value());
            insert.setString(3, row.state().name());
            insert.setString(4, json(run));
            insert.setString(5, row.manifest().value());
            insert.setTimestamp(6, Timestamp.from(row.createdAt()));
            insert.executeUpdate();
        }
        String lane = "insert into lane (run_id, group_id, model, cursor, total) values (?, ?, ?, ?, ?)"
                + " on conflict do nothing";
        try (PreparedStatement insert = connection.prepareStatement(lane)) {
            for (LaneProgress progress : lanes) {
                insert.setString(1, run.id().value());
                insert.setString(2, run.group().value());
                insert.setInt(3, progress.model());
                insert.setLong(4, progress.cursor());
                insert.setLong(5, progress.total());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    static void update(Connection connection, RunRow row, List<LaneProgress> lanes, Instant now) throws SQLException {
        String sql = """
                update run set state = ?, ending = ?, reason = ?, calls = ?, revision = ?, scored = ?, charged = ?,
                    spent_calls = ?, spent = ?, dearest_call = ?,
                    settled_at = case when ? and settled_at is null then ? else settled_at end,
                    ended_at = case when ? then ? else ended_at end
                where run_id = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, row.state().name());
            update.setString(2, row.ending() == null ? null : row.ending().name());
            update.setString(3, row.reason());
            update.setLong(4, row.calls());
            update.setInt(5, row.revision());
            update.setBoolean(6, row.scored());
            update.setBoolean(7, row.charged());
            update.setLong(8, row.spent().calls());
            update.setBigDecimal(9, row.spent().total());
            update.setBigDecimal(10, row.spent().dearest());
            update.setBoolean(11, row.state() == RunState.FINISHING);
            update.setTimestamp(12, Timestamp.from(now));
            update.setBoolean(13, row.state().isFinal());
            update.setTimestamp(14, Timestamp.from(now));
            update.setString(15, row.definition().id().value());
            update.executeUpdate();
        }
        String lane = """
                update lane set cursor = ?, total = ?, answered = ?, refused = ?, failed = ?, cancelled = ?, skipped = ?,
                    unanswered = ?
                where run_id = ? and model = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(lane)) {
            for (LaneProgress progress : lanes) {
                update.setLong(1, progress.cursor());
                update.setLong(2, progress.total());
                update.setLong(3, progress.answered());
                update.setLong(4, progress.refused());
                update.setLong(5, progress.failed());
                update.setLong(6, progress.cancelled());
                update.setLong(7, progress.skipped());
                update.setObject(8, progress.unanswered());
                update.setString(9, row.definition().id().value());
                update.setInt(10, progress.model());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    static List<RunRow> active(Connection connection) throws SQLException {
        String sql = "select " + COLUMNS + " from run"
                + " where state not in ('COMPLETE', 'PARTIAL', 'FAILED', 'CANCELLED') order by created_at, run_id";
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet rows = select.executeQuery()) {
            List<RunRow> runs = new ArrayList<>();
            while (rows.next()) {
                runs.add(row(rows));
            }
            return runs;
        }
    }

    static Optional<RunRow> find(Connection connection, RunId id) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select " + COLUMNS + " from run where run_id = ?")) {
            select.setString(1, id.value());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(row(rows)) : Optional.empty();
            }
        }
    }

    static List<LaneProgress> lanes(Connection connection, RunId id) throws SQLException {
        String sql = "select model, cursor, total, answered, refused, failed, cancelled, skipped, unanswered from lane"
                + " where run_id = ? order by model";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, id.value());
            try (ResultSet rows = select.executeQuery()) {
                List<LaneProgress> lanes = new ArrayList<>();
                while (rows.next()) {
                    lanes.add(new LaneProgress(
                            rows.getInt(1),
                            rows.getLong(2),
                            rows.getLong(3),
                            rows.getLong(4),
                            rows.getLong(5),
                            rows.getLong(6),
                            rows.getLong(7),
                            rows.getLong(8),
                            rows.getObject(9, Long.class)));
                }
                return lanes;
            }
        }
    }

    private static RunRow row(ResultSet rows) throws SQLException {
        String ending = rows.getString(4);
        return new RunRow(
                definition(rows.getString(1)),
                new ContentHash(rows.getString(2)),
                RunState.valueOf(rows.getString(3)),
                ending == null ? null : RunState.valueOf(ending),
                rows.getString(5),
                rows.getLong(6),
                rows.getInt(7),
                rows.getBoolean(8),
                rows.getBoolean(9),
                new Spent(rows.getLong(10), rows.getBigDecimal(11), rows.getBigDecimal(12)),
                rows.getTimestamp(13).toInstant());
    }

    private static String json(RunDefinition definition) {
        try {
            return EventJson.mapper().writeValueAsString(definition);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run definition can always be written", e);
        }
    }

    private static RunDefinition definition(String json) {
        try {
            return EventJson.mapper().readValue(json, RunDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored run definition cannot be read", e);
        }
    }
}
