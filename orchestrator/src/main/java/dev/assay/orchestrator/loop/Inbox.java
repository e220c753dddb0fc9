package dev.assay.orchestrator.loop;

import dev.assay.orchestrator.run.Input;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Where consumers leave what arrived for the loop. Each channel has at most one batch here. Thread-safe. */
@ApplicationScoped
public class Inbox {

    private final BlockingQueue<Batch> batches = new LinkedBlockingQueue<>();
    private volatile boolean closed;

    /**
     * What a record says and where it stood: it becomes part of the state as a whole, or was it already. Heartbeats and
     * the like have no place and are never stored.
     */
    public record Delivery(List<Input> inputs, @Nullable TopicPartition partition, long offset) {

        public Delivery {
            inputs = List.copyOf(inputs);
        }
    }

    record Batch(List<Delivery> deliveries, CompletableFuture<Void> stored) {}

    /**
     * Leaves a batch.
     *
     * @return completes when the effects of the batch are stored
     */
    public CompletionStage<Void> deliver(List<Delivery> deliveries) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        batches.add(new Batch(List.copyOf(deliveries), stored));
        if (closed) {
            failWaiting();
        }
        return stored;
    }

    /** Fails what waits here and whatever comes later: nobody will take it in this process any more. */
    void close() {
        closed = true;
        failWaiting();
    }

    private void failWaiting() {
        for (Batch batch = batches.poll(); batch != null; batch = batches.poll()) {
            batch.stored().completeExceptionally(new IllegalStateException("the orchestrator is stopping"));
        }
    }

    /** Everything that is here; waits for the first batch, but not longer than given. */
    List<Batch> take(Duration longest) throws InterruptedException {
        List<Batch> taken = new ArrayList<>();
        Batch first = batches.poll(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            batches.drainTo(taken);
        }
        return taken;
    }
}
