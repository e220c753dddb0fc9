package dev.assay.cost.ledger;

import dev.assay.contracts.id.PriceBookVersion;
import dev.assay.contracts.id.RunId;
import dev.assay.cost.price.PricedBook;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The terms of planned runs. The latest are kept in memory: a plan never changes. Price books are read over a connection
 * of their own; so whoever is about to begin a transaction lets the terms be fetched first, or many transactions that
 * each wait for a second connection could use up the pool. Thread-safe.
 */
final class Runs {

    private static final int MOST_CACHED = 256;

    private final LinkedHashMap<RunId, RunTerms> cached = new LinkedHashMap<>(MOST_CACHED, 0.75f, true);
    private final Transactions transactions;
    private final Function<PriceBookVersion, PricedBook> books;

    /** @param books gives a version, or one without prices if it is not known any more */
    Runs(Transactions transactions, Function<PriceBookVersion, PricedBook> books) {
        this.transactions = transactions;
        this.books = books;
    }

    /** Fetches the terms of those runs that have been planned, for a transaction that comes. */
    void fetch(Collection<RunId> runs) throws SQLException {
        List<RunId> missing = missing(runs, new HashMap<>());
        if (!missing.isEmpty()) {
            transactions.call(connection -> RunTable.find(connection, missing)).forEach(this::keep);
        }
    }

    /** The terms of those runs that have been planned. */
    Map<RunId, RunTerms> terms(Connection connection, Collection<RunId> runs) throws SQLException {
        Map<RunId, RunTerms> found = new HashMap<>();
        List<RunId> missing = missing(runs, found);
        if (!missing.isEmpty()) {
            RunTable.find(connection, missing).forEach((run, planned) -> found.put(run, keep(run, planned)));
        }
        return found;
    }

    /** Those of the runs, as far as their terms were fetched lately, that have a budget of their own. */
    Set<RunId> withBudget(Collection<RunId> runs) {
        Map<RunId, RunTerms> found = new HashMap<>();
        var unused = missing(runs, found);
        found.values().removeIf(terms -> !terms.hasBudget());
        return found.keySet();
    }

    private List<RunId> missing(Collection<RunId> runs, Map<RunId, RunTerms> found) {
        List<RunId> missing = new ArrayList<>();
        synchronized (cached) {
            for (RunId run : runs) {
                RunTerms terms = cached.get(run);
                if (terms == null) {
                    missing.add(run);
                } else {
                    found.put(run, terms);
                }
            }
        }
        return missing;
    }

    private RunTerms keep(RunId run, RunTable.Planned planned) {
        RunTerms terms = new RunTerms(books.apply(planned.book()), planned.definition());
        synchronized (cached) {
            cached.put(run, terms);
            if (cached.size() > MOST_CACHED) {
                cached.pollFirstEntry();
            }
        }
        return terms;
    }
}
