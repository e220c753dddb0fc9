package dev.assay.gateway.runs;

import dev.assay.contracts.id.IdSource;
import dev.assay.gateway.catalogue.BuiltIns;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.outbox.Outbox;
import dev.assay.gateway.outbox.OutboxRunner;
import dev.assay.messaging.control.ControlMirror;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the parts of this package together. */
@Singleton
class RunsWiring {

    @Produces
    @Singleton
    Runs runs(Database database, Clock clock) {
        return new Runs(database, clock);
    }

    @Produces
    @Singleton
    EstimateClient estimates(RunsConfig config, InternalConfig internal) {
        return new EstimateClient(config.costUrl(), config.estimateTimeout(), internal.token());
    }

    @Produces
    @Singleton
    Submission submission(
            ControlMirror mirror, BuiltIns builtIns, Datasets datasets, EstimateClient estimates, IdSource ids) {
        return new Submission(() -> Installation.of(mirror, builtIns.all()), datasets, estimates, ids);
    }

    @Produces
    @Singleton
    SubmittedRuns submitted(Database database, Datasets datasets, Outbox outbox, IdSource ids, Clock clock) {
        return new SubmittedRuns(database, datasets, outbox, ids, clock);
    }

    @Produces
    @Singleton
    RunControls controls(Database database, Outbox outbox, OutboxRunner runner, IdSource ids, Clock clock) {
        return new RunControls(database, outbox, runner, ids, clock);
    }
}
