package dev.assay.workers.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.Outgoing;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PersistentPublishingTest {

    private static final CompletableFuture<Void> ACKNOWLEDGED = CompletableFuture.completedFuture(null);

    private final SaidEvents publisher = new SaidEvents();
    private final Deque<Throwable> failures = new ArrayDeque<>();
    /** What an executor has to do that is busy with something else. */
    private final Queue<Runnable> busy = new ConcurrentLinkedQueue<>();

    private final PersistentPublishing publishing = new PersistentPublishing(publisher, Runnable::run);
    private final PersistentPublishing waiting = new PersistentPublishing(publisher, busy::add);

    {
        publisher.answer = record -> {
            Throwable failure = failures.poll();
            return failure == null ? ACKNOWLEDGED : refused(failure);
        };
    }

    private static CompletableFuture<Void> refused(Throwable failure) {
        return CompletableFuture.failedFuture(new IllegalStateException("not acknowledged", failure));
    }

    private CompletableFuture<Void> publish() {
        return publishing.publish(Topic.OUTCOMES, "k", "event");
    }

    private void work() {
        for (Runnable next = busy.poll(); next != null; next = busy.poll()) {
            next.run();
        }
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
        assertThat(publisher.sent).hasSize(3);
    }

    @Test
    void a_broker_that_never_said_its_partitions_is_waited_for() {
        // Given
        publisher.partitionsKnown = false;
        List<CompletableFuture<Void>> acknowledged =
                publishing.publishAll(List.of(outcome("k", "one"), outcome("k", "two")));

        // When
        publisher.partitionsKnown = true;

        // Then
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(acknowledged).allMatch(CompletableFuture::isDone));
        assertThat(publisher.sent).extracting(SaidEvents.Said::events).containsExactly(List.of("one", "two"));
    }

    @Test
    void what_nobody_waits_for_is_not_sent_again() {
        // Given
        failures.add(new TimeoutException());
        List<CompletableFuture<Void>> acknowledged =
                publishing.publishAll(List.of(outcome("k", "one"), outcome("k", "two")));

        // When
        acknowledged.getFirst().cancel(false);

        // Then
        await().atMost(Duration.ofSeconds(30)).until(acknowledged.getLast()::isDone);
        assertThat(publisher.sent)
                .extracting(SaidEvents.Said::events)
                .containsExactly(List.of("one", "two"), List.of("two"));
    }

    @Test
    void what_nobody_waits_for_any_more_is_not_sent() {
        // Given
        CompletableFuture<Void> one = waiting.publish(Topic.OUTCOMES, "k", "one");
        CompletableFuture<Void> two = waiting.publish(Topic.OUTCOMES, "k", "two");
        one.cancel(false);

        // When
        work();

        // Then
        assertThat(two).isCompleted();
        assertThat(publisher.sent).extracting(SaidEvents.Said::events).containsExactly(List.of("two"));
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
        assertThat(publisher.sent).hasSize(1);
    }

    @Test
    void an_event_that_no_broker_takes_costs_itself_only() {
        // Given
        publisher.answer =
                record -> record.events().contains("huge") ? refused(new RecordTooLargeException()) : ACKNOWLEDGED;

        // When
        List<CompletableFuture<Void>> acknowledged =
                publishing.publishAll(List.of(outcome("k", "one"), outcome("k", "huge"), outcome("k", "two")));

        // Then
        assertThat(acknowledged.get(0)).isCompleted();
        assertThat(PersistentPublishing.isUnpublishable(acknowledged.get(1).exceptionNow()))
                .isTrue();
        assertThat(acknowledged.get(2)).isCompleted();
        assertThat(publisher.sent)
                .extracting(SaidEvents.Said::events)
                .containsExactly(List.of("one", "huge", "two"), List.of("one"), List.of("huge"), List.of("two"));
    }

    @Test
    void an_event_that_cannot_be_written_costs_itself_only() {
        // When
        List<CompletableFuture<Void>> acknowledged =
                publishing.publishAll(List.of(outcome("k", "not an event"), outcome("k", "two")));

        // Then
        assertThat(PersistentPublishing.isUnpublishable(acknowledged.getFirst().exceptionNow()))
                .isTrue();
        assertThat(acknowledged.getLast()).isCompleted();
        assertThat(publisher.sent).extracting(SaidEvents.Said::events).containsExactly(List.of("two"));
    }

    @Test
    void what_is_said_meanwhile_goes_together_by_partition_and_in_order() {
        // Given
        for (String event : List.of("a1", "b1", "a2", "b2", "a3")) {
            var unused = waiting.publish(Topic.OUTCOMES, "key-" + event.charAt(0), event);
        }
        CompletableFuture<Void> other = waiting.publish(Topic.TASK_EVENTS, "key-a", "t");

        // When
        work();

        // Then
        assertThat(publisher.sent)
                .extracting(SaidEvents.Said::key, SaidEvents.Said::events)
                .containsExactlyInAnyOrder(
                        tuple("key-a", List.of("a1", "a2", "a3")),
                        tuple("key-b", List.of("b1", "b2")),
                        tuple("key-a", List.of("t")));
        assertThat(other).isCompleted();
    }

    /** The first record is held back until all has been said; so what follows has to be together. */
    @Test
    void a_slow_broker_gets_few_records_and_acknowledges_every_event() throws Exception {
        // Given
        int speakers = 8;
        int each = 1_000;
        CountDownLatch said = new CountDownLatch(speakers);
        publisher.answer = record -> {
            try {
                said.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return ACKNOWLEDGED;
        };
        Queue<CompletableFuture<Void>> acknowledged = new ConcurrentLinkedQueue<>();

        // When
        try (ExecutorService reports = Executors.newSingleThreadExecutor();
                ExecutorService slots = Executors.newFixedThreadPool(speakers)) {
            PersistentPublishing together = new PersistentPublishing(publisher, reports);
            List<Future<?>> speaking = new ArrayList<>();
            for (int speaker = 0; speaker < speakers; speaker++) {
                String key = "key-" + speaker;
                speaking.add(slots.submit(() -> {
                    IntStream.range(0, each)
                            .forEach(i -> acknowledged.add(together.publish(Topic.OUTCOMES, key, key + " " + i)));
                    said.countDown();
                }));
            }
            for (Future<?> speaker : speaking) {
                speaker.get();
            }
            CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new))
                    .join();
        }

        // Then
        assertThat(acknowledged).hasSize(speakers * each).allMatch(CompletableFuture::isDone);
        assertThat(publisher.sent).hasSizeLessThan(speakers * each / 100);
        Map<String, List<String>> byKey = new HashMap<>();
        publisher.sent.forEach(record -> record.events().forEach(event -> {
            String text = (String) event;
            byKey.computeIfAbsent(text.substring(0, text.indexOf(' ')), key -> new ArrayList<>())
                    .add(text);
        }));
        assertThat(byKey).hasSize(speakers);
        byKey.forEach((key, events) -> assertThat(events)
                .isEqualTo(IntStream.range(0, each).mapToObj(i -> key + " " + i).toList()));
    }

    private static Outgoing outcome(String key, String event) {
        return new Outgoing(Topic.OUTCOMES, key, event);
    }
}
