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
import java.util.function.Function;

/** The terms of planned runs. The latest are kept in memory: a plan never changes. Thread-safe. */
final class Runs {

    private static final int MOST_CACHED = 256;

    private final LinkedHashMap<RunId, RunTerms> cached = new LinkedHashMap<>(MOST_CACHED, 0.75f, true);
    private final Function<PriceBookVersion, PricedBook> books;

    /** @param books gives a version, or one without prices if it is not known any more */
    Runs(Function<PriceBookVersion, PricedBook> books) {
        this.books = books;
    }

    /** The terms of those runs that have been planned. */
    Map<RunId, RunTerms> terms(Connection connection, Collection<RunId> runs) throws SQLException {
        Map<RunId, RunTerms> found = new HashMap<>();
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
        if (!missing.isEmpty()) {
            RunTable.find(connection, missing).forEach((run, planned) -> {
                RunTerms terms = new RunTerms(
                        run, books.apply(planned.book()), planned.definition().models());
                keep(terms);
                found.put(run, terms);
            });
        }
        return found;
    }

    private void keep(RunTerms terms) {
        synchronized (cached) {
            cached.put(terms.run(), terms);
            if (cached.size() > MOST_CACHED) {
                cached.pollFirstEntry();
            }
        }
    }
}
