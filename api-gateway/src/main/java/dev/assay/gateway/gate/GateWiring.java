package dev.assay.gateway.gate;

import dev.assay.gateway.comparison.GateReader;
import dev.assay.gateway.comparison.Sides;
import dev.assay.gateway.database.Database;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Puts the parts of this package together. */
@Singleton
class GateWiring {

    @Produces
    @Singleton
    Gates gates(Database database, Sides sides) {
        return new Gates(sides, new GateReader(database));
    }
}
