package dev.assay.cost.ledger;

import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.registry.Connection;
import dev.assay.cost.CostConfig;
import dev.assay.cost.price.PriceBooks;
import dev.assay.cost.price.PricedBook;
import dev.assay.cost.statement.ProviderStatement;
import dev.assay.cost.statement.Statement;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Connects the ledger with the price books, the registry, the broker and the providers' statements. */
@ApplicationScoped
class LedgerWiring {

    private static final Logger LOG = Logger.getLogger(LedgerWiring.class);

    private final PriceBooks books;
    private final ControlMirror mirror;
    private final Instance<ProviderStatement> statements;
    private final CostConfig config;

    LedgerWiring(PriceBooks books, ControlMirror mirror, Instance<ProviderStatement> statements, CostConfig config) {
        this.books = books;
        this.mirror = mirror;
        this.statements = statements;
        this.config = config;
    }

    @Produces
    @Singleton
    Ledger ledger(Transactions transactions, EventPublisher publisher, IdSource ids, Clock clock) {
        return new Ledger(
                transactions,
                new Ledger.World(this::book, publisher::publishAll, this::givesStatements, this::ask, ids, clock),
                config);
    }

    void close(@Disposes Ledger ledger) {
        ledger.close();
    }

    /** From the database; else as it was published; else, flagged in every entry, without prices. */
    private PricedBook book(PriceBookVersion version) {
        return books.find(version)
                .or(() -> mirror.priceBook(version).map(book -> PricedBook.of(book, config.currency())))
                .orElseGet(() -> {
                    LOG.errorf("A run is pinned to a price book that nobody knows. priceBook=%s", version);
                    return new PricedBook(version, 0, config.currency(), Instant.EPOCH, "lost", Map.of());
                });
    }

    private boolean givesStatements(ConnectionId id) {
        // One that is not known (yet) may: whoever asks will see.
        return mirror.connection(id)
                .map(connection -> statement(connection).isPresent())
                .orElse(true);
    }

    private Statement ask(CallId call, ConnectionId id) throws IOException, InterruptedException {
        Connection connection =
                mirror.connection(id).orElseThrow(() -> new IOException("the connection is not registered"));
        Optional<ProviderStatement> statement = statement(connection);
        return statement.isPresent() ? statement.get().about(call, connection) : new Statement.NotGiven();
    }

    private Optional<ProviderStatement> statement(Connection connection) {
        return statements.stream()
                .filter(statement -> statement.covers(connection))
                .findFirst();
    }
}
