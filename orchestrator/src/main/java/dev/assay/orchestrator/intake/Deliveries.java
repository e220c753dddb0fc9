package dev.assay.orchestrator.intake;

import dev.assay.contracts.event.ChargeEvent;
import dev.assay.contracts.event.JudgeEvent;
import dev.assay.contracts.event.RunCommand;
import dev.assay.contracts.event.ScoreEvent;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.batch.RecordThreads;
import dev.assay.messaging.batch.Redelivery;
import dev.assay.orchestrator.loop.Inbox;
import dev.assay.orchestrator.run.Input;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hands what arrives on each channel to the loop, and returns when the loop has stored its effects: then the batch is
 * committed. A loop that cannot write is asked again.
 */
@ApplicationScoped
class Deliveries {

    private static final String SERVICE = "orchestrator";
    /** A loop that does not lead takes nothing; then this is tried again. */
    private static final long ANSWER_SECONDS = 60;

    private final EventDecoder decoder;
    private final Redelivery redelivery;
    private final Inbox inbox;

    Deliveries(EventDecoder decoder, Redelivery redelivery, Inbox inbox) {
        this.decoder = decoder;
        this.redelivery = redelivery;
        this.inbox = inbox;
    }

    @Incoming("orchestrator-run-commands")
    @Blocking(RecordThreads.POOL)
    void onCommands(ConsumerRecords<String, byte[]> records) {
        deliver(records, RunCommand.class, Input.Command::new);
    }

    @Incoming("orchestrator-task-events")
    @Blocking(RecordThreads.POOL)
    void onTaskEvents(ConsumerRecords<String, byte[]> records) {
        deliver(records, TaskEvent.class, Input.Task::new);
    }

    @Incoming("orchestrator-scores")
    @Blocking(RecordThreads.POOL)
    void onScores(ConsumerRecords<String, byte[]> records) {
        deliver(records, ScoreEvent.class, Input.Score::new);
    }

    @Incoming("orchestrator-charges")
    @Blocking(RecordThreads.POOL)
    void onCharges(ConsumerRecords<String, byte[]> records) {
        deliver(records, ChargeEvent.class, Input.Cost::new);
    }

    @Incoming("orchestrator-judge-requests")
    @Blocking(RecordThreads.POOL)
    void onJudgeRequests(ConsumerRecords<String, byte[]> records) {
        deliver(records, JudgeEvent.class, Input.Judge::new);
    }

    @Incoming("orchestrator-heartbeats")
    @Blocking(RecordThreads.POOL)
    void onHeartbeats(ConsumerRecords<String, byte[]> records) {
        // A heartbeat is worth nothing a second later: it is neither stored nor waited for.
        List<Inbox.Delivery> beats = decoder.decode(records, WorkerHeartbeat.class, SERVICE).stream()
                .map(received -> new Inbox.Delivery(List.of(new Input.Heartbeat(received.event())), null, 0))
                .toList();
        var unused = inbox.deliver(beats);
    }

    private <T> void deliver(ConsumerRecords<String, byte[]> records, Class<T> type, Function<T, Input> input) {
        List<Inbox.Delivery> deliveries = byRecord(decoder.decode(records, type, SERVICE), input);
        if (!deliveries.isEmpty()) {
            redelivery.untilDone(
                    "orchestrating",
                    () -> inbox.deliver(deliveries).toCompletableFuture().get(ANSWER_SECONDS, TimeUnit.SECONDS));
        }
    }

    /** What is known to the loop is known by offset: the events of one record have to stay together. */
    static <T> List<Inbox.Delivery> byRecord(List<Received<T>> events, Function<T, Input> input) {
        List<Inbox.Delivery> deliveries = new ArrayList<>();
        List<Input> inputs = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            Received<T> received = events.get(i);
            inputs.add(input.apply(received.event()));
            if (i + 1 == events.size() || !received.isBeside(events.get(i + 1))) {
                deliveries.add(new Inbox.Delivery(inputs, received.partition(), received.offset()));
                inputs.clear();
            }
        }
        return deliveries;
    }
}
