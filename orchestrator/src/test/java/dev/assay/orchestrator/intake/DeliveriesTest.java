package dev.assay.orchestrator.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.UlidSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.messaging.batch.Received;
import dev.assay.orchestrator.loop.Inbox;
import dev.assay.orchestrator.run.Input;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private static final EventId ID = new UlidSource(Clock.systemUTC(), new Random(1)).nextEvent();

    private static Input input(int busy) {
        return new Input.Heartbeat(new WorkerHeartbeat(ID, Instant.EPOCH, new WorkerId("w"), 16, busy, false));
    }

    private static Received<Integer> received(int busy, int partition, long offset) {
        return new Received<>(busy, "key", new TopicPartition("task-events.v1", partition), offset);
    }

    @Test
    void the_events_of_a_record_are_taken_as_a_whole() {
        // When
        List<Inbox.Delivery> deliveries = Deliveries.byRecord(
                List.of(
                        received(1, 0, 7),
                        received(2, 0, 7),
                        received(3, 0, 8),
                        received(4, 1, 8),
                        received(5, 1, 9),
                        received(6, 1, 9)),
                DeliveriesTest::input);

        // Then
        assertThat(deliveries)
                .containsExactly(delivery(0, 7, 1, 2), delivery(0, 8, 3), delivery(1, 8, 4), delivery(1, 9, 5, 6));
    }

    @Test
    void no_events_are_no_delivery() {
        assertThat(Deliveries.byRecord(List.of(), DeliveriesTest::input)).isEmpty();
    }

    private static Inbox.Delivery delivery(int partition, long offset, Integer... busy) {
        return new Inbox.Delivery(
                Stream.of(busy).map(DeliveriesTest::input).toList(),
                new TopicPartition("task-events.v1", partition),
                offset);
    }
}
