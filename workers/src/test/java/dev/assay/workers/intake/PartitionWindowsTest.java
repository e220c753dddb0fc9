package dev.assay.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.messaging.window.CommitWindow;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionWindowsTest {

    private static final TopicPartition P = new TopicPartition("prompt-tasks.v1", 0);
    private static final TopicPartition Q = new TopicPartition("prompt-tasks.v1", 1);

    private final PartitionWindows windows = new PartitionWindows(4096);

    private CommitWindow receive(TopicPartition partition, long... offsets) {
        CommitWindow window = null;
        for (long offset : offsets) {
            window = windows.windowFor(partition, offset);
            window.receive(offset);
        }
        return window;
    }

    @Test
    void only_what_has_changed_is_committed() {
        // Given
        windows.assign(List.of(P, Q), Map.of(P, new OffsetAndMetadata(5, ""), Q, new OffsetAndMetadata(0, "")));
        receive(P, 5, 6, 7).finish(5);
        receive(Q, 0, 1);

        // When
        Map<TopicPartition, OffsetAndMetadata> changes = windows.changes(windows.partitions());

        // Then
        assertThat(changes).containsOnlyKeys(P);
        assertThat(changes.get(P).offset()).isEqualTo(6);
        windows.committed(changes);
        assertThat(windows.changes(windows.partitions())).isEmpty();
    }

    @Test
    void a_partition_without_a_commit_begins_at_its_first_record() {
        // Given
        windows.assign(List.of(P), Map.of());

        // When
        receive(P, 17).finish(17);

        // Then
        assertThat(windows.changes(List.of(P))).containsEntry(P, new OffsetAndMetadata(18, ""));
    }

    @Test
    void what_finishes_after_its_partition_went_is_not_committed_when_it_comes_back() {
        // Given
        windows.assign(List.of(P), Map.of(P, new OffsetAndMetadata(0, "")));
        CommitWindow before = receive(P, 0, 1, 2);
        windows.forget(List.of(P));
        windows.assign(List.of(P), Map.of(P, new OffsetAndMetadata(0, "")));
        receive(P, 0, 1, 2);

        // When
        before.finish(0);

        // Then
        assertThat(windows.changes(List.of(P))).isEmpty();
        assertThat(windows.unfinished(List.of(P))).isEqualTo(3);
    }

    @Test
    void a_consumer_that_was_set_back_begins_a_new_window() {
        // Given
        windows.assign(List.of(P), Map.of(P, new OffsetAndMetadata(1_000, "")));

        // When
        CommitWindow window = receive(P, 3, 4);

        // Then
        assertThat(window.unfinishedCount()).isEqualTo(2);
        assertThat(window.lowestUnfinished()).isEqualTo(3);
    }

    @Test
    void a_partition_is_full_when_it_is_far_ahead_of_its_head() {
        // Given
        CommitWindow window =
                receive(P, LongStream.range(0, CommitWindow.MAX_SPAN).toArray());
        LongStream.range(1, CommitWindow.MAX_SPAN).forEach(window::finish);
        boolean before = windows.full().contains(P);

        // When
        window.finish(0);

        // Then
        assertThat(before).isTrue();
        assertThat(windows.full()).isEmpty();
    }
}
