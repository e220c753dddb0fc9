package dev.assay.cost.ledger;

import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.cost.price.PricedBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes in what becomes of runs: their plan with its prices, calls that were lost, and how many calls there were in all.
 * Doing it again changes nothing.
 */
final class RunIntake {

    private static final int CHUNK = 500;

    private final Transactions transactions;
    private final Runs runs;
    private final LostCalls lostCalls;
    private final LedgerWriter writer;
    private final Completion completion;
    private final Expenses expenses;
    private final Function<PriceBookVersion, PricedBook> books;

    RunIntake(
            Transactions transactions,
            Runs runs,
            LostCalls lostCalls,
            LedgerWriter writer,
            Completion completion,
            Expenses expenses,
            Function<PriceBookVersion, PricedBook> books) {
        this.transactions = transactions;
        this.runs = runs;
        this.lostCalls = lostCalls;
        this.writer = writer;
        this.completion = completion;
        this.expenses = expenses;
        this.books = books;
    }

    /** Takes events in their order. Lost calls that follow each other, as those of one dead worker do, go together. */
    void take(List<RunEvent> events) throws SQLException {
        List<RunEvent.CallLost> lost = new ArrayList<>();
        for (RunEvent event : events) {
            if (event instanceof RunEvent.CallLost call) {
                lost.add(call);
                continue;
            }
            lose(lost);
            lost.clear();
            take(event);
        }
        lose(lost);
    }

    private void take(RunEvent event) throws SQLException {
        switch (event) {
            case RunEvent.Planned planned -> plan(planned);
            case RunEvent.CallLost call -> lose(List.of(call));
            case RunEvent.Settled settled -> settle(settled);
            // Nothing that costs.
            case RunEvent.SamplesSettled samples -> {}
            case RunEvent.StateChanged changed -> {}
            case RunEvent.Waiting waiting -> {}
            case RunEvent.RescoreRequested rescore -> {}
            case RunEvent.Unrecognised unrecognised -> {}
        }
    }

    private void plan(RunEvent.Planned planned) throws SQLException {
        String currency = books.apply(planned.definition().priceBook()).currency();
        transactions.run(connection -> {
            WaitingTable.close(connection);
            RunTable.insert(connection, planned, currency);
        });
        runs.fetch(Set.of(planned.runId()));
        while (transactions.call(connection -> moveWaiting(connection, planned.runId())) == CHUNK) {
            // There may be more.
        }
        expenses.announce(Set.of(planned.runId()));
        completion.announce(Set.of(planned.runId()));
    }

    private int moveWaiting(Connection connection, RunId run) throws SQLException {
        List<CallReport> waiting = WaitingTable.take(connection, run, CHUNK);
        Map<RunId, RunTerms> terms = runs.terms(connection, Set.of(run));
        writer.write(connection, price(waiting, terms), terms);
        return waiting.size();
    }

    private void lose(List<RunEvent.CallLost> lost) throws SQLException {
        if (lost.isEmpty()) {
            return;
        }
        Set<RunId> ofRuns = lost.stream().map(RunEvent.CallLost::runId).collect(Collectors.toSet());
        runs.fetch(ofRuns);
        transactions.run(connection -> {
            Map<RunId, RunTerms> terms = runs.terms(connection, ofRuns);
            List<CallReport> reports = lostCalls.reports(connection, lost, terms);
            // A plan always comes first on this topic; should it be gone with the database, it is not forgotten here.
            WaitingTable.add(
                    connection,
                    reports.stream()
                            .filter(report -> !terms.containsKey(report.run()))
                            .toList());
            List<CallReport> planned = reports.stream()
                    .filter(report -> terms.containsKey(report.run()))
                    .toList();
            writer.write(connection, price(planned, terms), terms);
        });
        expenses.announce(ofRuns);
        completion.announce(ofRuns);
    }

    private static Collection<CallEntry> price(List<CallReport> reports, Map<RunId, RunTerms> terms) {
        List<CallEntry> entries = new ArrayList<>(reports.size());
        for (CallReport report : reports) {
            RunTerms run = terms.get(report.run());
            if (run == null) {
                throw new IllegalStateException("a planned run has terms");
            }
            entries.add(run.price(report));
        }
        return entries;
    }

    private void settle(RunEvent.Settled settled) throws SQLException {
        transactions.run(connection -> RunTable.settle(connection, settled));
        expenses.announce(Set.of(settled.runId()));
        completion.announce(Set.of(settled.runId()));
    }
}
