package dev.assay.gateway.intake;

import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.run.Manifest;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.outbox.DatasetChunks;
import dev.assay.gateway.outbox.Outbox;
import dev.assay.gateway.outbox.OutboxRunner;
import dev.assay.gateway.report.Completion;
import dev.assay.gateway.report.Reports;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunEventStore;
import dev.assay.gateway.results.RunKeys;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.messaging.publish.EventPublisher;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts stores, reports and the outbox together over the gateway's database. */
@Singleton
class ResultsWiring {

    @Produces
    @Singleton
    Database database(@DataSource("gateway") AgroalDataSource source) {
        return new Database(source);
    }

    @Produces
    @Singleton
    RunKeys keys() {
        return new RunKeys();
    }

    @Produces
    @Singleton
    OutcomeStore outcomes(Database database, RunKeys keys) {
        return new OutcomeStore(database, keys);
    }

    @Produces
    @Singleton
    ScoreStore scores(Database database, RunKeys keys) {
        return new ScoreStore(database, keys);
    }

    @Produces
    @Singleton
    ChargeStore charges(Database database, RunKeys keys) {
        return new ChargeStore(database, keys);
    }

    @Produces
    @Singleton
    RunEventStore runEvents(Database database, RunKeys keys) {
        return new RunEventStore(database, keys);
    }

    @Produces
    @Singleton
    Reports reports(Database database) {
        return new Reports(database, Manifest.CODE_VERSION);
    }

    @Produces
    @Singleton
    Completion completion(Database database, Reports reports, Clock clock) {
        return new Completion(database, reports, clock);
    }

    @Produces
    @Singleton
    DatasetChunks chunks(KafkaCluster cluster, IdSource ids, Clock clock) {
        return new DatasetChunks(cluster::id, ids, clock);
    }

    @Produces
    @Singleton
    Outbox outbox(Database database, EventPublisher publisher, DatasetChunks chunks, Clock clock) {
        return new Outbox(database, publisher::publishAll, chunks, clock);
    }

    @Produces
    @Singleton
    OutboxRunner runner(Outbox outbox) {
        return new OutboxRunner(outbox);
    }

    void stop(@Disposes OutboxRunner runner) {
        runner.close();
    }
}
