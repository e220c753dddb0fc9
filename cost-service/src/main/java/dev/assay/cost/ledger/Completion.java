package dev.assay.cost.ledger;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says that a settled run is charged when every call of it has an entry and no provider is still to be asked; and says it
 * again if a late word changes the sum. All entries have been announced before. Thread-safe, and several instances may
 * look at one run.
 */
final class Completion {

    /**
     * Runs whose ledger is complete and whose sums were not announced, or were others. Entries may be more than the calls
     * that were settled if a worker that was thought dead finished one more.
     */
    private static final String COMPLETE = """
            select r.run_id, r.group_id, r.currency, t.calls - t.voided as calls, t.unpriced, t.amount
            from run r
            cross join lateral (
                select coalesce(sum(calls), 0) as calls, coalesce(sum(voided), 0) as voided,
                       coalesce(sum(unpriced), 0) as unpriced, coalesce(sum(amount), 0) as amount
                from run_model_total where run_id = r.run_id) t
            where r.run_id = any(?) and r.settled_calls <= t.calls
              and not exists (select 1 from reconciliation where run_id = r.run_id)
              and not exists (select 1 from waiting_call where run_id = r.run_id)
              and (r.charged_calls, r.charged_unpriced, r.charged_total)
                  is distinct from (t.calls - t.voided, t.unpriced, t.amount)
            """;

    private static final String LOCK = "select 1 from run where run_id = ? for update";
    private static final String RECORD = """
            update run set charged_at = ?, charged_calls = ?, charged_unpriced = ?, charged_total = ? where run_id = ?
            """;
    private static final String OPEN = "select run_id from run where settled_calls is not null and charged_at is null";

    private final Transactions transactions;
    private final Announcements announcements;
    private final Clock clock;

    Completion(Transactions transactions, Announcements announcements, Clock clock) {
        this.transactions = transactions;
        this.announcements = announcements;
        this.clock = clock;
    }

    private record Charged(RunId run, GroupId group, long calls, long unpriced, Money total) {}

    /** Announces those of the runs that are complete. To be called after the commit that may have completed them. */
    void announce(Set<RunId> runs) throws SQLException {
        for (Charged complete : transactions.call(connection -> complete(connection, runs))) {
            transactions.run(connection -> announce(connection, complete.run()));
        }
    }

    /** Announces whatever is complete, such as runs whose last entry was written just before a crash. */
    void announceAll() throws SQLException {
        Set<RunId> open = transactions.call(Completion::open);
        if (!open.isEmpty()) {
            announce(open);
        }
    }

    /** Looks again, now that nobody else does, and announces before the commit. */
    private void announce(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, run.value());
            lock.execute();
        }
        Optional<Charged> complete = complete(connection, Set.of(run)).stream().findFirst();
        if (complete.isPresent()) {
            Charged charged = complete.get();
            announcements.run(run, charged.group(), charged.calls(), charged.unpriced(), charged.total());
            record(connection, charged);
        }
    }

    private void record(Connection connection, Charged charged) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(RECORD)) {
            update.setTimestamp(1, Timestamp.from(clock.instant()));
            update.setLong(2, charged.calls());
            update.setLong(3, charged.unpriced());
            update.setBigDecimal(4, charged.total().amount());
            update.setString(5, charged.run().value());
            update.executeUpdate();
        }
    }

    private static List<Charged> complete(Connection connection, Collection<RunId> runs) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(COMPLETE)) {
            var unused = new Columns<>(select, runs).text(RunId::value);
            List<Charged> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    BigDecimal amount = row.getBigDecimal("amount");
                    found.add(new Charged(
                            new RunId(row.getString("run_id")),
                            new GroupId(row.getString("group_id")),
                            row.getLong("calls"),
                            row.getLong("unpriced"),
                            new Money(row.getString("currency"), amount)));
                }
            }
            return found;
        }
    }

    private static Set<RunId> open(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OPEN);
                ResultSet row = select.executeQuery()) {
            Set<RunId> open = new HashSet<>();
            while (row.next()) {
                open.add(new RunId(row.getString(1)));
            }
            return open;
        }
    }
}
