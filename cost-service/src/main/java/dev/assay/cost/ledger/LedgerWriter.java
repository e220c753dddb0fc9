package dev.assay.cost.ledger;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.RunId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Writes what is said of calls into the ledger, inside the caller's transaction: lines where something is new, the sums,
 * questions to providers. What then holds for each call, new or not, is announced before this returns, so it is
 * durable on the charges topic before the transaction commits. Doing it again changes nothing and announces the same.
 */
final class LedgerWriter {

    private final Announcements announcements;
    private final Predicate<ConnectionId> givesStatements;
    private final Duration firstQuestionAfter;
    private final Clock clock;

    LedgerWriter(
            Announcements announcements,
            Predicate<ConnectionId> givesStatements,
            Duration firstQuestionAfter,
            Clock clock) {
        this.announcements = announcements;
        this.givesStatements = givesStatements;
        this.firstQuestionAfter = firstQuestionAfter;
        this.clock = clock;
    }

    /**
     * Writes and announces.
     *
     * @param said in any order; a call may stand there more than once
     * @param terms of all their runs
     */
    void write(Connection connection, Collection<CallEntry> said, Map<RunId, RunTerms> terms) throws SQLException {
        if (said.isEmpty()) {
            return;
        }
        Collection<CallEntry> surest = surest(said);
        List<LedgerLine> lines = surest.stream().map(LedgerLine::charge).toList();
        Set<CallId> inserted = LedgerTable.insertFirst(connection, lines);
        Map<CallId, CallEntry> holding = new LinkedHashMap<>();
        List<LedgerLine> written = new ArrayList<>();
        for (LedgerLine line : lines) {
            holding.put(line.now().report().call(), line.now());
            if (inserted.contains(line.now().report().call())) {
                written.add(line);
            }
        }
        if (inserted.size() < lines.size()) {
            written.addAll(correct(connection, surest, inserted, holding));
        }
        reconcile(connection, written, terms);
        announcements.calls(holding.values());
        // Last, because the rows of the sums are what transactions of one run wait for.
        TotalsTable.add(connection, written);
    }

    /** The surest word on each call, in the order of call ids. */
    private static Collection<CallEntry> surest(Collection<CallEntry> said) {
        Map<CallId, CallEntry> byCall = new TreeMap<>();
        for (CallEntry entry : said) {
            byCall.merge(
                    entry.report().call(),
                    entry,
                    (first, next) ->
                            next.report().basis().isSurerThan(first.report().basis()) ? next : first);
        }
        return byCall.values();
    }

    /** Compares with what is known of the calls that were not inserted, and puts what holds into {@code holding}. */
    private static List<LedgerLine> correct(
            Connection connection, Collection<CallEntry> said, Set<CallId> inserted, Map<CallId, CallEntry> holding)
            throws SQLException {
        List<CallEntry> repeated = said.stream()
                .filter(entry -> !inserted.contains(entry.report().call()))
                .toList();
        Map<CallId, LedgerTable.Known> known = LedgerTable.lock(
                connection,
                repeated.stream().map(entry -> entry.report().call()).toList());
        List<LedgerLine> corrections = new ArrayList<>();
        for (CallEntry entry : repeated) {
            CallId call = entry.report().call();
            LedgerTable.Known before = known.get(call);
            if (before == null) {
                throw new IllegalStateException("a call that has a line has one");
            }
            Optional<LedgerLine> correction = LedgerLine.correction(before.lastSeq(), before.entry(), entry);
            correction.ifPresent(corrections::add);
            holding.put(call, correction.map(LedgerLine::now).orElse(before.entry()));
        }
        if (!corrections.isEmpty()) {
            LedgerTable.insertCorrections(connection, corrections);
        }
        return corrections;
    }

    /** Calls that are in doubt now are asked about; those that are not any more need not be. */
    private void reconcile(Connection connection, List<LedgerLine> written, Map<RunId, RunTerms> terms)
            throws SQLException {
        List<ReconciliationTable.Question> questions = new ArrayList<>();
        List<CallId> settled = new ArrayList<>();
        for (LedgerLine line : written) {
            CallReport report = line.now().report();
            if (report.basis().isInDoubt()) {
                question(line.now(), terms).ifPresent(questions::add);
            } else if (line.before() != null) {
                settled.add(report.call());
            }
        }
        if (!questions.isEmpty()) {
            ReconciliationTable.add(connection, questions);
        }
        if (!settled.isEmpty()) {
            ReconciliationTable.remove(connection, settled);
        }
    }

    private Optional<ReconciliationTable.Question> question(CallEntry entry, Map<RunId, RunTerms> terms) {
        CallReport report = entry.report();
        return Optional.ofNullable(terms.get(report.run()))
                .flatMap(run -> run.connection(report.model()))
                .filter(givesStatements)
                .map(connection -> question(entry, connection));
    }

    /** What a provider says before the call's time to begin is over would not hold. */
    private ReconciliationTable.Question question(CallEntry entry, ConnectionId connection) {
        Instant now = clock.instant();
        Instant open = entry.report().open();
        Instant since = open.isAfter(now) ? open : now;
        return new ReconciliationTable.Question(entry, connection, since, since.plus(firstQuestionAfter));
    }
}
