package dev.assay.cost.ledger;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.money.Usage;
import dev.assay.cost.CostConfig;
import dev.assay.cost.statement.Statement;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * Asks providers about calls in doubt and writes what they say. One that cannot be reached is asked again with growing
 * pauses until the limit; then what the ledger assumed stays. One round at a time.
 */
final class Reconciler {

    private static final Logger LOG = Logger.getLogger(Reconciler.class);
    private static final int LEAST_TRIES = 3;
    private static final int MOST_DOUBLINGS = 20;
    private static final int ROUND = 256;

    private final Transactions transactions;
    private final Runs runs;
    private final LedgerWriter writer;
    private final Completion completion;
    private final Expenses expenses;
    private final Provider provider;
    private final ExecutorService askers;
    private final CostConfig.Reconciliation config;
    private final Clock clock;

    /** Asks whoever is behind a connection. */
    @FunctionalInterface
    interface Provider {
        Statement about(CallId call, ConnectionId connection) throws IOException, InterruptedException;
    }

    /** @param askers runs so many questions at the same time; the caller closes it */
    Reconciler(
            Transactions transactions,
            Runs runs,
            LedgerWriter writer,
            Completion completion,
            Expenses expenses,
            Provider provider,
            ExecutorService askers,
            CostConfig.Reconciliation config,
            Clock clock) {
        this.transactions = transactions;
        this.runs = runs;
        this.writer = writer;
        this.completion = completion;
        this.expenses = expenses;
        this.provider = provider;
        this.askers = askers;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Asks about calls that are due.
     *
     * @return how many were due; there may be more if it is not 0
     */
    int round() throws SQLException, InterruptedException {
        Instant now = clock.instant();
        // Whoever dies with a lease leaves the call to be asked about again.
        Instant until = now.plus(config.timeout().multipliedBy(2)).plus(config.longestPause());
        List<ReconciliationTable.Due> due =
                transactions.call(connection -> ReconciliationTable.lease(connection, now, until, ROUND));
        List<Callable<Void>> questions = new ArrayList<>();
        for (ReconciliationTable.Due call : due) {
            questions.add(() -> {
                settle(call);
                return null;
            });
        }
        for (Future<Void> answer : askers.invokeAll(questions)) {
            try {
                answer.get();
            } catch (ExecutionException e) {
                LOG.warn("A call could not be reconciled; its turn comes again.", e.getCause());
            }
        }
        return due.size();
    }

    private void settle(ReconciliationTable.Due due) throws SQLException, InterruptedException {
        try {
            Statement said = provider.about(due.call(), due.connection());
            switch (said) {
                case Statement.Billed billed -> write(due, billed.usage(), Basis.STATED);
                case Statement.Refused refused -> write(due, Usage.NONE, Basis.STATED);
                case Statement.NeverSeen unseen -> write(due, Usage.NONE, Basis.NEVER_SERVED);
                case Statement.Open open -> postponeOrGiveUp(due, "still open");
                case Statement.NotGiven notGiven -> giveUp(due, "no statements");
            }
        } catch (IOException e) {
            postponeOrGiveUp(due, e.getClass().getSimpleName());
        }
    }

    private void write(ReconciliationTable.Due due, Usage usage, Basis basis) throws SQLException {
        Set<RunId> ofRun = Set.of(due.run());
        runs.fetch(ofRun);
        transactions.run(connection -> {
            Map<RunId, RunTerms> terms = runs.terms(connection, ofRun);
            RunTerms run = terms.get(due.run());
            LedgerTable.Known known =
                    LedgerTable.lock(connection, List.of(due.call())).get(due.call());
            if (known == null || run == null) {
                throw new IllegalStateException("a call in doubt stands in the ledger, and its run is planned");
            }
            CallReport said = known.entry().report().with(usage, basis, clock.instant());
            writer.write(connection, List.of(run.price(said)), terms);
            ReconciliationTable.remove(connection, List.of(due.call()));
        });
        expenses.announce(ofRun);
        completion.announce(ofRun);
    }

    private void postponeOrGiveUp(ReconciliationTable.Due due, String failure) throws SQLException {
        Instant now = clock.instant();
        if (due.tries() >= LEAST_TRIES && due.since().plus(config.giveUpAfter()).isBefore(now)) {
            giveUp(due, failure);
        } else {
            transactions.run(
                    connection -> ReconciliationTable.postpone(connection, due.call(), now.plus(pause(due.tries()))));
        }
    }

    private void giveUp(ReconciliationTable.Due due, String failure) throws SQLException {
        LOG.warnf("No statement on a call; what was assumed stays. callId=%s failure=%s", due.call(), failure);
        transactions.run(connection -> ReconciliationTable.remove(connection, List.of(due.call())));
        completion.announceAll();
    }

    private Duration pause(int tries) {
        Duration doubled = config.every().multipliedBy(1L << Math.min(tries, MOST_DOUBLINGS));
        return doubled.compareTo(config.longestPause()) > 0 ? config.longestPause() : doubled;
    }
}
