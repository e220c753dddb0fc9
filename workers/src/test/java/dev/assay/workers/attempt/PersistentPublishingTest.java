package dev.assay.workers.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PersistentPublishingTest {

    private final Deque<Throwable> failures = new ArrayDeque<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final PersistentPublishing publishing = new PersistentPublishing(this::publish, Runnable::run);

    private CompletionStage<Void> publish(Topic topic, String key, Object event) {
        sent.incrementAndGet();
        Throwable failure = failures.poll();
        if (failure instanceof IllegalArgumentException thrown) {
            throw thrown;
        }
        return failure == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(new IllegalStateException("not acknowledged", failure));
    }

    private CompletableFuture<Void> publish() {
        return publishing.publish(Topic.OUTCOMES, "k", "event");
    }

    @Test
    void an_outage_of_the_broker_is_waited_for() {
        // Given
        failures.addAll(List.of(new TimeoutException(), new TimeoutException()));

        // When
        CompletableFuture<Void> acknowledged = publish();

        // Then
        await().atMost(Duration.ofSeconds(30)).until(acknowledged::isDone);
        assertThat(acknowledged).isCompleted();
        assertThat(sent).hasValue(3);
    }

    @Test
    void what_nobody_waits_for_is_not_sent_again() {
        // Given
        failures.add(new TimeoutException());
        CompletableFuture<Void> acknowledged = publish();

        // When
        acknowledged.cancel(false);

        // Then
        await().during(Duration.ofMillis(1500)).atMost(Duration.ofSeconds(10)).until(() -> sent.get() == 1);
    }

    @Test
    void a_record_that_no_broker_takes_is_not_sent_again() {
        // Given
        failures.add(new RecordTooLargeException());

        // When
        CompletableFuture<Void> acknowledged = publish();

        // Then
        assertThat(acknowledged).isCompletedExceptionally();
        assertThat(PersistentPublishing.isUnpublishable(acknowledged.exceptionNow()))
                .isTrue();
        assertThat(sent).hasValue(1);
    }

    @Test
    void a_record_that_cannot_be_written_is_not_tried_again() {
        // Given
        failures.add(new IllegalArgumentException("not an event"));

        // When
        CompletableFuture<Void> acknowledged = publish();

        // Then
        assertThat(PersistentPublishing.isUnpublishable(acknowledged.exceptionNow()))
                .isTrue();
    }
}
