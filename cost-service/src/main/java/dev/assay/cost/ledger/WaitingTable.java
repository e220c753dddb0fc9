package dev.assay.cost.ledger;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Calls whose run has not been planned here yet, as rows: outcomes and run events come on different topics. Whoever adds
 * holds the gate shared and looks for the run again; whoever plans a run holds it alone. So no call is left behind.
 */
final class WaitingTable {

    private static final long GATE = 0x6173_7361_7902L;

    private static final String INSERT = """
            insert into waiting_call (call_id, run_id, group_id, attempt_id, model, input_tokens,
                cached_input_tokens, output_tokens, reasoning_tokens, usage_estimated, basis, occurred_at, open_until)
            select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (call_id, basis) do nothing
            """;
    private static final String TAKE = """
            delete from waiting_call where (call_id, basis) in
                (select call_id, basis from waiting_call where run_id = ? order by call_id, basis limit ? for update)
            returning *
            """;

    /** The order in which rows are inserted and locked, so that two transactions never wait for each other. */
    private static final Comparator<CallReport> ORDER = Comparator.comparing(CallReport::call)
            .thenComparing(report -> report.basis().name());

    private WaitingTable() {}

    /** Lets others add at the same time, but nobody plan a run. */
    static void enter(Connection connection) throws SQLException {
        gate(connection, "select pg_advisory_xact_lock_shared(?)");
    }

    /** Waits until nobody is adding, and keeps everybody out to the end of the transaction. */
    static void close(Connection connection) throws SQLException {
        gate(connection, "select pg_advisory_xact_lock(?)");
    }

    private static void gate(Connection connection, String sql) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(sql)) {
            lock.setLong(1, GATE);
            lock.execute();
        }
    }

    /** Adds calls, in any order; those that are here already stay as they are. */
    static void add(Connection connection, List<CallReport> reports) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            var unused = new Columns<>(insert, reports.stream().sorted(ORDER).toList())
                    .text(report -> report.call().value())
                    .text(report -> report.run().value())
                    .text(report -> report.group().value())
                    .text(report -> report.attempt().toString())
                    .text(report -> report.model().value())
                    .number(report -> report.usage().inputTokens())
                    .number(report -> report.usage().cachedInputTokens())
                    .number(report -> report.usage().outputTokens())
                    .number(report -> report.usage().reasoningTokens())
                    .flag(report -> report.usage().estimated())
                    .text(report -> report.basis().name())
                    .time(CallReport::at)
                    .time(CallReport::open);
            insert.executeUpdate();
        }
    }

    /** Takes some of a run's calls out. */
    static List<CallReport> take(Connection connection, RunId run, int atMost) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            take.setString(1, run.value());
            take.setInt(2, atMost);
            List<CallReport> reports = new ArrayList<>();
            try (ResultSet row = take.executeQuery()) {
                while (row.next()) {
                    reports.add(report(row));
                }
            }
            return reports;
        }
    }

    private static CallReport report(ResultSet row) throws SQLException {
        return new CallReport(
                new CallId(row.getString("call_id")),
                AttemptId.parse(row.getString("attempt_id")),
                new RunId(row.getString("run_id")),
                new GroupId(row.getString("group_id")),
                new ModelId(row.getString("model")),
                LedgerTable.usage(row),
                Basis.valueOf(row.getString("basis")),
                Objects.requireNonNull(row.getTimestamp("occurred_at")).toInstant(),
                Objects.requireNonNull(row.getTimestamp("open_until")).toInstant());
    }
}
