package dev.assay.cost.ledger;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Says what runs with a budget have cost so far. It is said after each commit, so that whoever commits last says all of
 * it; after a crash in between, the same calls come again and it is said then. Thread-safe.
 */
final class Expenses {

    private static final String SPENT = """
            select run_id, group_id, currency, sum(calls) as calls, sum(amount) as amount, max(dearest) as dearest
            from run_model_total where run_id = any(?) group by run_id, group_id, currency
            """;

    private final Transactions transactions;
    private final Runs runs;
    private final Announcements announcements;

    Expenses(Transactions transactions, Runs runs, Announcements announcements) {
        this.transactions = transactions;
        this.runs = runs;
        this.announcements = announcements;
    }

    /** What a run has cost so far, and the dearest of its calls. */
    record Spent(RunId run, GroupId group, long calls, Money total, Money dearest) {}

    /** Announces what those of the runs that have a budget cost. To be called after the commit that changed it. */
    void announce(Collection<RunId> ofRuns) throws SQLException {
        runs.fetch(ofRuns);
        Set<RunId> watched = runs.withBudget(ofRuns);
        if (!watched.isEmpty()) {
            List<Spent> spent = transactions.call(connection -> spent(connection, watched));
            if (!spent.isEmpty()) {
                announcements.spent(spent);
            }
        }
    }

    private static List<Spent> spent(Connection connection, Set<RunId> ofRuns) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SPENT)) {
            var unused = new Columns<>(select, ofRuns).text(RunId::value);
            List<Spent> spent = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String currency = row.getString("currency");
                    spent.add(new Spent(
                            new RunId(row.getString("run_id")),
                            new GroupId(row.getString("group_id")),
                            row.getLong("calls"),
                            new Money(currency, row.getBigDecimal("amount")),
                            new Money(currency, row.getBigDecimal("dearest"))));
                }
            }
            return spent;
        }
    }
}
