package dev.assay.cost.ledger;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.id.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes in what calls came to: one entry per call, in one transaction per batch. Calls of a run that has not been planned
 * here yet wait in the database. Doing it again changes nothing.
 */
final class OutcomeIntake {

    private final Transactions transactions;
    private final Runs runs;
    private final LedgerWriter writer;
    private final Completion completion;
    private final Expenses expenses;

    OutcomeIntake(Transactions transactions, Runs runs, LedgerWriter writer, Completion completion, Expenses expenses) {
        this.transactions = transactions;
        this.runs = runs;
        this.writer = writer;
        this.completion = completion;
        this.expenses = expenses;
    }

    void take(List<AttemptOutcome> outcomes) throws SQLException {
        List<CallReport> reports =
                outcomes.stream().map(CallReport::of).flatMap(Optional::stream).toList();
        if (reports.isEmpty()) {
            return;
        }
        Set<RunId> ofRuns = reports.stream().map(CallReport::run).collect(Collectors.toSet());
        runs.fetch(ofRuns);
        transactions.run(connection -> take(connection, reports, ofRuns));
        expenses.announce(ofRuns);
        completion.announce(ofRuns);
    }

    private void take(Connection connection, List<CallReport> reports, Set<RunId> ofRuns) throws SQLException {
        Map<RunId, RunTerms> terms = runs.terms(connection, ofRuns);
        if (terms.size() < ofRuns.size()) {
            WaitingTable.enter(connection);
            terms = runs.terms(connection, ofRuns);
        }
        List<CallReport> early = new ArrayList<>();
        Collection<CallEntry> entries = new ArrayList<>(reports.size());
        for (CallReport report : reports) {
            RunTerms run = terms.get(report.run());
            if (run == null) {
                early.add(report);
            } else {
                entries.add(run.price(report));
            }
        }
        if (!early.isEmpty()) {
            WaitingTable.add(connection, early);
        }
        writer.write(connection, entries, terms);
    }
}
