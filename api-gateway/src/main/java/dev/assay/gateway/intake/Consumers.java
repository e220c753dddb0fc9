package dev.assay.gateway.intake;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.RunEvent;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.gateway.report.Completion;
import dev.assay.gateway.results.ChargeStore;
import dev.assay.gateway.results.OutcomeStore;
import dev.assay.gateway.results.RunEventStore;
import dev.assay.gateway.results.ScoreStore;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.batch.RecordThreads;
import dev.assay.messaging.batch.Redelivery;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores what comes in. Waits for the database as long as it is away; nothing is left out. */
@ApplicationScoped
class Consumers {

    private static final String SERVICE = "gateway";

    private final EventDecoder decoder;
    private final Redelivery redelivery;
    private final OutcomeStore outcomes;
    private final ScoreStore scores;
    private final ChargeStore charges;
    private final RunEventStore runEvents;
    private final Completion completion;

    Consumers(
            EventDecoder decoder,
            Redelivery redelivery,
            OutcomeStore outcomes,
            ScoreStore scores,
            ChargeStore charges,
            RunEventStore runEvents,
            Completion completion) {
        this.decoder = decoder;
        this.redelivery = redelivery;
        this.outcomes = outcomes;
        this.scores = scores;
        this.charges = charges;
        this.runEvents = runEvents;
        this.completion = completion;
    }

    @Incoming("gateway-outcomes")
    @Blocking(RecordThreads.POOL)
    void onOutcomes(ConsumerRecords<String, byte[]> records) {
        take(records, AttemptOutcome.class, "storing outcomes", outcomes::store);
    }

    @Incoming("gateway-scores")
    @Blocking(RecordThreads.POOL)
    void onScores(ConsumerRecords<String, byte[]> records) {
        take(records, ScoreEvent.class, "storing scores", scores::store);
    }

    @Incoming("gateway-charges")
    @Blocking(RecordThreads.POOL)
    void onCharges(ConsumerRecords<String, byte[]> records) {
        take(records, ChargeEvent.class, "storing charges", charges::store);
    }

    @Incoming("gateway-run-events")
    @Blocking(RecordThreads.POOL)
    void onRunEvents(ConsumerRecords<String, byte[]> records) {
        take(records, RunEvent.class, "storing run events", runEvents::store);
    }

    private <T> void take(
            ConsumerRecords<String, byte[]> records, Class<T> type, String what, Function<List<T>, Set<Long>> store) {
        decoder.inPortions(
                records,
                type,
                SERVICE,
                events -> redelivery.untilDone(what, () -> completion.check(store.apply(events))));
    }
}
