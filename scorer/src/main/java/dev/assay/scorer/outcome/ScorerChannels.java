package dev.assay.scorer.outcome;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.id.IdSource;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.batch.RecordThreads;
import dev.assay.messaging.batch.Redelivery;
import dev.assay.messaging.publish.EventPublisher;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The scorer's Kafka side: a batch is committed when it is stored and its scores are told. */
@ApplicationScoped
class ScorerChannels {

    private static final String SERVICE = "scorer";

    private final EventDecoder decoder;
    private final Redelivery redelivery;
    private final ScoringDesk desk;

    ScorerChannels(
            @DataSource("scorer") AgroalDataSource dataSource,
            EventDecoder decoder,
            Redelivery redelivery,
            EventPublisher publisher,
            IdSource ids,
            Clock clock) {
        this.decoder = decoder;
        this.redelivery = redelivery;
        this.desk = new ScoringDesk(
                new OutcomeStore(dataSource), new JudgeStore(dataSource), publisher::publishAll, ids, clock);
    }

    @Incoming("scorer-outcomes")
    @Blocking(RecordThreads.POOL)
    void onOutcomes(ConsumerRecords<String, byte[]> records) {
        decoder.inPortions(
                records,
                AttemptOutcome.class,
                SERVICE,
                outcomes -> redelivery.untilDone("scoring outcomes", () -> desk.take(outcomes)));
    }

    @Incoming("scorer-run-events")
    @Blocking(RecordThreads.POOL)
    void onRunEvents(ConsumerRecords<String, byte[]> records) {
        for (Received<RunEvent> received : decoder.decode(records, RunEvent.class, SERVICE)) {
            redelivery.untilDone("taking a run event", () -> apply(received.event()));
        }
    }

    private void apply(RunEvent event) throws SQLException {
        switch (event) {
            case RunEvent.Planned planned -> desk.planned(planned);
            case RunEvent.Settled settled -> desk.settled(settled);
            case RunEvent.RescoreRequested request -> desk.rescore(request);
            case RunEvent.SamplesSettled settled -> desk.samplesSettled(settled);
            case RunEvent.StateChanged ignored -> {}
            case RunEvent.Waiting ignored -> {}
            case RunEvent.CallLost ignored -> {}
            case RunEvent.Unrecognised ignored -> {}
        }
    }
}
