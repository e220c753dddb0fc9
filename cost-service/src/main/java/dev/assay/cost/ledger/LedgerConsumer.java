package dev.assay.cost.ledger;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.RunEvent;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.batch.RecordThreads;
import dev.assay.messaging.batch.Redelivery;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Listens for outcomes and run events. A batch is committed when all of it stands in the ledger. */
@ApplicationScoped
class LedgerConsumer {

    private static final String SERVICE = "cost";

    private final Ledger ledger;
    private final EventDecoder decoder;
    private final Redelivery redelivery;

    LedgerConsumer(Ledger ledger, EventDecoder decoder, Redelivery redelivery) {
        this.ledger = ledger;
        this.decoder = decoder;
        this.redelivery = redelivery;
    }

    @Incoming("cost-outcomes")
    @Blocking(RecordThreads.POOL)
    void onOutcomes(ConsumerRecords<String, byte[]> records) {
        decoder.inPortions(
                records,
                AttemptOutcome.class,
                SERVICE,
                outcomes -> redelivery.untilDone(
                        "charging calls", () -> ledger.outcomes().take(outcomes)));
    }

    @Incoming("cost-run-events")
    @Blocking(RecordThreads.POOL)
    void onRunEvents(ConsumerRecords<String, byte[]> records) {
        List<RunEvent> events = decoder.decode(records, RunEvent.class, SERVICE).stream()
                .map(Received::event)
                .toList();
        redelivery.untilDone("following runs", () -> ledger.runEvents().take(events));
    }
}
