package dev.assay.orchestrator.dataset;

import dev.assay.contracts.event.DatasetChunk;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.batch.RecordThreads;
import dev.assay.messaging.batch.Redelivery;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Stores dataset chunks as they arrive. */
@ApplicationScoped
class DatasetConsumer {

    private final EventDecoder decoder;
    private final Redelivery redelivery;
    private final DatasetStore store;

    DatasetConsumer(EventDecoder decoder, Redelivery redelivery, DatasetStore store) {
        this.decoder = decoder;
        this.redelivery = redelivery;
        this.store = store;
    }

    @Incoming("orchestrator-datasets")
    @Blocking(RecordThreads.POOL)
    void onChunks(ConsumerRecords<String, byte[]> records) {
        List<DatasetChunk> chunks = decoder.decode(records, DatasetChunk.class, "orchestrator").stream()
                .map(Received::event)
                .toList();
        redelivery.untilDone("storing dataset chunks", () -> store.store(chunks));
    }
}
