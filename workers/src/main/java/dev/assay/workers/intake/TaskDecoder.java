package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.messaging.batch.Received;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Reads tasks from records; what cannot be read goes to the dead letters and is left out. */
@FunctionalInterface
interface TaskDecoder {

    List<Received<PromptTask>> decode(ConsumerRecords<String, byte[]> records);
}
