package dev.assay.workers.attempt;

import dev.assay.contracts.topic.Topic;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Publishes until the broker has acknowledged: while it is away, what was measured waits here, within the bound of the
 * tasks in hand. A record that no broker would take fails with {@link Unpublishable}. Thread-safe; never blocks longer
 * than the publisher does.
 */
final class PersistentPublishing {

    private static final Logger LOG = Logger.getLogger(PersistentPublishing.class);
    private static final long PAUSE_MILLIS = 1000;

    private final AtomicBoolean away = new AtomicBoolean();
    private final Publishing publishing;
    private final Executor executor;

    /** @param executor runs what follows an acknowledgement; never the producer's own thread, which must not block */
    PersistentPublishing(Publishing publishing, Executor executor) {
        this.publishing = publishing;
        this.executor = executor;
    }

    /** Whoever completes the future before it is acknowledged ends the trying. */
    CompletableFuture<Void> publish(Topic topic, String key, Object event) {
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        attempt(topic, key, event, acknowledged);
        return acknowledged;
    }

    Executor executor() {
        return executor;
    }

    private void attempt(Topic topic, String key, Object event, CompletableFuture<Void> acknowledged) {
        CompletionStage<Void> sent;
        try {
            sent = publishing.publish(topic, key, event);
        } catch (IllegalArgumentException e) {
            acknowledged.completeExceptionally(new Unpublishable(e));
            return;
        } catch (RuntimeException e) {
            failed(topic, key, event, acknowledged, e);
            return;
        }
        var unused = sent.whenComplete((nothing, failure) -> {
            if (failure == null) {
                say(false, topic);
                acknowledged.complete(null);
            } else {
                failed(topic, key, event, acknowledged, failure);
            }
        });
    }

    private void failed(
            Topic topic, String key, Object event, CompletableFuture<Void> acknowledged, Throwable failure) {
        if (isHopeless(failure)) {
            acknowledged.completeExceptionally(new Unpublishable(failure));
            return;
        }
        say(true, topic);
        CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, executor)
                .execute(() -> {
                    if (!acknowledged.isDone()) {
                        attempt(topic, key, event, acknowledged);
                    }
                });
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
