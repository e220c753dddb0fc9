package dev.assay.workers.attempt;

import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.messaging.publish.PackedPublisher;
import dev.assay.messaging.publish.Packing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes until the broker has acknowledged: while it is away, what was measured waits here, within the bound of the
 * tasks in hand. An event that no broker would take fails with {@link Unpublishable}, and it alone.
 *
 * <p>Nothing waits for others, but what is said while the executor is busy goes together, in the order in which it was
 * said: events of one partition share a record. Thread-safe; never blocks.
 */
final class PersistentPublishing {

    private static final Logger LOG = Logger.getLogger(PersistentPublishing.class);
    private static final long PAUSE_MILLIS = 1000;

    /** What has to be published; who said it waits for the acknowledgement. */
    private record Waiting(Outgoing event, CompletableFuture<Void> acknowledged) {

        Topic topic() {
            return event.topic();
        }
    }

    private record Written(Waiting waiting, byte[] json) {}

    private final Queue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private final PackedPublisher publisher;
    private final Executor executor;

    /** @param executor publishes, and runs what follows an acknowledgement; never the producer's own thread, which must
     *     not block */
    PersistentPublishing(PackedPublisher publisher, Executor executor) {
        this.publisher = publisher;
        this.executor = executor;
    }

    /** Whoever completes the future before it is acknowledged ends the trying. */
    CompletableFuture<Void> publish(Topic topic, String key, Object event) {
        return publishAll(List.of(new Outgoing(topic, key, event))).getFirst();
    }

    /** Publishes events that are said at the same time. The futures are theirs, in their order. */
    List<CompletableFuture<Void>> publishAll(List<Outgoing> events) {
        List<Waiting> waiting = events.stream()
                .map(event -> new Waiting(event, new CompletableFuture<>()))
                .toList();
        enqueue(waiting);
        return waiting.stream().map(Waiting::acknowledged).toList();
    }

    Executor executor() {
        return executor;
    }

    private void enqueue(Collection<Waiting> waiting) {
        queue.addAll(waiting);
        if (looking.compareAndSet(false, true)) {
            executor.execute(this::publishQueued);
        }
    }

    private void publishQueued() {
        // Before looking: what comes later is looked at again.
        looking.set(false);
        Map<Topic, List<Waiting>> byTopic = new EnumMap<>(Topic.class);
        for (Waiting waiting = queue.poll(); waiting != null; waiting = queue.poll()) {
            if (!waiting.acknowledged().isDone()) {
                byTopic.computeIfAbsent(waiting.topic(), topic -> new ArrayList<>())
                        .add(waiting);
            }
        }
        byTopic.forEach(this::publish);
    }

    private void publish(Topic topic, List<Waiting> events) {
        Map<Integer, List<Written>> byPartition = new LinkedHashMap<>();
        try {
            for (Waiting waiting : events) {
                int partition = publisher.partition(topic, waiting.event().key());
                write(waiting, byPartition.computeIfAbsent(partition, p -> new ArrayList<>()));
            }
        } catch (RuntimeException partitionsUnknown) {
            tryAgain(topic, events);
            return;
        }
        byPartition.forEach((partition, written) -> Packing.records(written, event -> event.json().length)
                .forEach(together -> send(topic, partition, together)));
    }

    private void write(Waiting waiting, List<Written> written) {
        try {
            written.add(new Written(waiting, publisher.written(waiting.event().event())));
        } catch (IllegalArgumentException e) {
            waiting.acknowledged().completeExceptionally(new Unpublishable(e));
        }
    }

    private void send(Topic topic, int partition, List<Written> together) {
        CompletionStage<Void> sent;
        try {
            sent = publisher.publishTogether(
                    topic,
                    partition,
                    together.getFirst().waiting().event().key(),
                    together.stream().map(Written::json).toList());
        } catch (RuntimeException e) {
            sent = CompletableFuture.failedFuture(e);
        }
        var unused = sent.whenCompleteAsync(
                (nothing, failure) -> {
                    if (failure == null) {
                        say(false, topic);
                        together.forEach(
                                written -> written.waiting().acknowledged().complete(null));
                    } else {
                        failed(topic, partition, together, failure);
                    }
                },
                executor);
    }

    private void failed(Topic topic, int partition, List<Written> together, Throwable failure) {
        if (!isHopeless(failure)) {
            tryAgain(topic, together.stream().map(Written::waiting).toList());
        } else if (together.size() > 1) {
            // One of them may be too much, or all of them together.
            together.stream()
                    .filter(written -> !written.waiting().acknowledged().isDone())
                    .forEach(written -> send(topic, partition, List.of(written)));
        } else {
            together.getFirst().waiting().acknowledged().completeExceptionally(new Unpublishable(failure));
        }
    }

    private void tryAgain(Topic topic, List<Waiting> events) {
        say(true, topic);
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(() -> enqueue(events));
    }

    private static boolean isHopeless(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RecordTooLargeException || cause instanceof SerializationException) {
                return true;
            }
        }
        return false;
    }

    private void say(boolean isAway, Topic topic) {
        if (away.get() != isAway && away.compareAndSet(!isAway, isAway)) {
            if (isAway) {
                LOG.warnf("The broker does not acknowledge; trying again until it does. topic=%s", topic.topicName());
            } else {
                LOG.infof("The broker acknowledges again. topic=%s", topic.topicName());
            }
        }
    }

    /** Unwraps what a stage wrapped around its failure. */
    static boolean isUnpublishable(Throwable failure) {
        return failure instanceof Unpublishable
                || (failure instanceof CompletionException && failure.getCause() instanceof Unpublishable);
    }
}
