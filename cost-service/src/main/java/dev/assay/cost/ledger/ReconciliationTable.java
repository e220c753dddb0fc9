package dev.assay.cost.ledger;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.RunId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Calls that providers are to be asked about, as rows. */
final class ReconciliationTable {

    private static final String ADD = """
            insert into reconciliation (call_id, run_id, model, connection, since, due_at)
            select * from unnest(?, ?, ?, ?, ?, ?)
            on conflict (call_id) do nothing
            """;
    private static final String REMOVE = "delete from reconciliation where call_id = any(?)";
    private static final String LEASE = """
            update reconciliation set due_at = ?, tries = tries + 1 where call_id in
                (select call_id from reconciliation where due_at <= ? order by due_at limit ? for update skip locked)
            returning *
            """;
    private static final String POSTPONE = "update reconciliation set due_at = ? where call_id = ?";

    private ReconciliationTable() {}

    /**
     * A call to ask about.
     *
     * @param since when the doubt arose, or when the call can no longer begin, if that is later
     * @param due when to ask first
     */
    record Question(CallEntry entry, ConnectionId connection, Instant since, Instant due) {}

    /**
     * A call whose turn it is.
     *
     * @param tries how often it was asked about, this time included
     */
    record Due(CallId call, RunId run, ConnectionId connection, Instant since, int tries) {}

    static void add(Connection connection, List<Question> questions) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ADD)) {
            var unused = new Columns<>(insert, questions)
                    .text(question -> question.entry().report().call().value())
                    .text(question -> question.entry().report().run().value())
                    .text(question -> question.entry().report().model().value())
                    .text(question -> question.connection().value())
                    .time(Question::since)
                    .time(Question::due);
            insert.executeUpdate();
        }
    }

    static void remove(Connection connection, Collection<CallId> calls) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(REMOVE)) {
            var unused = new Columns<>(delete, calls).text(CallId::value);
            delete.executeUpdate();
        }
    }

    /** Takes calls that are due, for whoever asks: they are due again at the given time if nothing comes of it. */
    static List<Due> lease(Connection connection, Instant now, Instant until, int atMost) throws SQLException {
        try (PreparedStatement lease = connection.prepareStatement(LEASE)) {
            lease.setTimestamp(1, Timestamp.from(until));
            lease.setTimestamp(2, Timestamp.from(now));
            lease.setInt(3, atMost);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = lease.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(
                            new CallId(row.getString("call_id")),
                            new RunId(row.getString("run_id")),
                            new ConnectionId(row.getString("connection")),
                            Objects.requireNonNull(row.getTimestamp("since")).toInstant(),
                            row.getInt("tries")));
                }
            }
            return due;
        }
    }

    static void postpone(Connection connection, CallId call, Instant until) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(POSTPONE)) {
            update.setTimestamp(1, Timestamp.from(until));
            update.setString(2, call.value());
            update.executeUpdate();
        }
    }
}
