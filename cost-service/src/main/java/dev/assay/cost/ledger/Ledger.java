package dev.assay.cost.ledger;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.cost.CostConfig;
import dev.assay.cost.price.PricedBook;
import dev.assay.messaging.publish.Outgoing;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** The ledger, put together from its parts. Thread-safe; to be closed. */
final class Ledger implements AutoCloseable {

    private final ExecutorService askers;
    private final OutcomeIntake outcomes;
    private final RunIntake runEvents;
    private final Reconciler reconciler;
    private final Completion completion;

    /**
     * What the ledger needs of the world.
     *
     * @param books a version of the price book; one without prices if it is not known any more
     * @param publish returns when all events are durable, and throws otherwise
     * @param givesStatements whether the provider behind a connection can be asked about calls
     * @param provider asks it
     */
    record World(
            Function<PriceBookVersion, PricedBook> books,
            Consumer<List<Outgoing>> publish,
            Predicate<ConnectionId> givesStatements,
            Reconciler.Provider provider,
            IdSource ids,
            Clock clock) {}

    Ledger(Transactions transactions, World world, CostConfig config) {
        CostConfig.Reconciliation reconciliation = config.reconciliation();
        askers = Executors.newFixedThreadPool(
                reconciliation.parallel(),
                Thread.ofVirtual().name("cost-statement-", 0).factory());
        Announcements announcements = new Announcements(world.publish(), world.ids(), world.clock());
        Runs runs = new Runs(transactions, world.books());
        LedgerWriter writer =
                new LedgerWriter(announcements, world.givesStatements(), reconciliation.firstAfter(), world.clock());
        LostCalls lostCalls =
                new LostCalls(config.estimate().inputTokens(), config.estimate().outputTokens());
        completion = new Completion(transactions, announcements, world.clock());
        Expenses expenses = new Expenses(transactions, runs, announcements);
        outcomes = new OutcomeIntake(transactions, runs, writer, completion, expenses);
        runEvents = new RunIntake(transactions, runs, lostCalls, writer, completion, expenses, world.books());
        reconciler = new Reconciler(
                transactions,
                runs,
                writer,
                completion,
                expenses,
                world.provider(),
                askers,
                reconciliation,
                world.clock());
    }

    OutcomeIntake outcomes() {
        return outcomes;
    }

    RunIntake runEvents() {
        return runEvents;
    }

    Reconciler reconciler() {
        return reconciler;
    }

    Completion completion() {
        return completion;
    }

    @Override
    public void close() {
        askers.shutdownNow();
    }
}
