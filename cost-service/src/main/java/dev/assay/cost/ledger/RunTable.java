package dev.assay.cost.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Runs, as rows. */
final class RunTable {

    private static final String INSERT = """
            insert into run (run_id, group_id, benchmark, price_book, currency, definition, planned_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (run_id) do nothing
            """;
    private static final String FIND = "select run_id, currency, definition from run where run_id = any(?)";
    private static final String SETTLE = "update run set settled_outcomes = ?, settled_calls = ? where run_id = ?";

    private RunTable() {}

    /** A planned run and the currency of its price book. */
    record Planned(RunDefinition definition, String currency) {

        PriceBookVersion book() {
            return definition.priceBook();
        }
    }

    /** Notes a plan; one that is known stays as it is. */
    static void insert(Connection connection, RunEvent.Planned planned, String currency) throws SQLException {
        RunDefinition definition = planned.definition();
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, planned.runId().value());
            insert.setString(2, planned.groupId().value());
            insert.setString(3, benchmarkKey(definition.benchmark().name()));
            insert.setString(4, definition.priceBook().value());
            insert.setString(5, currency);
            insert.setString(6, EventJson.mapper().writeValueAsString(definition));
            insert.setTimestamp(7, Timestamp.from(planned.occurredAt()));
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run definition can always be written", e);
        }
    }

    /** A benchmark's name as the database can hold it: Postgres has no NUL in text. */
    private static String benchmarkKey(String name) {
        return name.replace('\0', ' ');
    }

    static Map<RunId, Planned> find(Connection connection, Collection<RunId> runs) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(FIND)) {
            var unused = new Columns<>(select, runs).text(RunId::value);
            Map<RunId, Planned> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.put(
                            new RunId(row.getString("run_id")),
                            new Planned(definition(row.getString("definition")), row.getString("currency")));
                }
            }
            return found;
        }
    }

    private static RunDefinition definition(String json) {
        try {
            return EventJson.mapper().readValue(json, RunDefinition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored run definition can always be read", e);
        }
    }

    /** Notes how much of a run there is to wait for. */
    static void settle(Connection connection, RunEvent.Settled settled) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SETTLE)) {
            update.setLong(1, settled.outcomes());
            update.setLong(2, settled.calls());
            update.setString(3, settled.runId().value());
            update.executeUpdate();
        }
    }
}
