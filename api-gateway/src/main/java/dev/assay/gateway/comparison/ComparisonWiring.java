package dev.assay.gateway.comparison;

import dev.assay.gateway.database.Database;
import dev.assay.gateway.runs.Runs;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts of this package together. */
@Singleton
class ComparisonWiring {

    @Produces
    @Singleton
    Sides sides(Runs runs) {
        return new Sides(runs);
    }

    @Produces
    @Singleton
    Comparisons comparisons(Database database) {
        return new Comparisons(database);
    }

    @Produces
    @Singleton
    Flips flips(Database database, Comparisons comparisons) {
        return new Flips(database, comparisons);
    }
}
