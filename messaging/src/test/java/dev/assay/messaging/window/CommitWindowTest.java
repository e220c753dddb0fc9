package dev.assay.messaging.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CommitWindowTest {

    private static final int METADATA_LIMIT = 4096;

    @Test
    void a_slow_head_holds_the_commit_and_what_finished_behind_it_is_remembered() {
        // Given
        CommitWindow window = CommitWindow.startingAt(100);
        LongStream.range(100, 110).forEach(window::receive);
        LongStream.range(101, 110).forEach(window::finish);

        // When
        CommitWindow next = CommitWindow.resuming(window.commit(METADATA_LIMIT));

        // Then
        assertThat(next.lowestUnfinished()).isEqualTo(100);
        assertThat(LongStream.range(100, 112).filter(next::receive)).containsExactly(100L, 110L, 111L);
    }

    @Test
    void offsets_that_the_broker_leaves_out_do_not_hold_the_commit() {
        // Given
        CommitWindow window = CommitWindow.startingAt(0);

        // When
        List.of(3L, 4L, 5_000_000_000L).forEach(window::receive);
        List.of(3L, 4L, 5_000_000_000L).forEach(window::finish);

        // Then
        assertThat(window.commit(METADATA_LIMIT)).isEqualTo(new WindowCommit(5_000_000_001L, ""));
    }

    @Test
    void a_huge_gap_above_an_unfinished_record_is_committed_within_the_limit() {
        // Given
        CommitWindow window = CommitWindow.startingAt(0);
        List.of(0L, 9_000_000_000L).forEach(window::receive);

        // When
        WindowCommit commit = window.commit(METADATA_LIMIT);

        // Then
        assertThat(commit.offset()).isZero();
        assertThat(commit.metadata().length()).isLessThanOrEqualTo(METADATA_LIMIT);
        CommitWindow next = CommitWindow.resuming(commit);
        assertThat(LongStream.of(0, 9_000_000_000L).filter(next::receive)).containsExactly(0L, 9_000_000_000L);
    }

    @Test
    void what_an_owner_inherited_and_did_not_yet_receive_again_is_passed_on() {
        // Given
        CommitWindow first = CommitWindow.startingAt(0);
        LongStream.range(0, 20).forEach(first::receive);
        LongStream.range(5, 20).forEach(first::finish);
        CommitWindow second = CommitWindow.resuming(first.commit(METADATA_LIMIT));
        LongStream.range(0, 3).forEach(second::receive);
        second.finish(1);

        // When
        CommitWindow third = CommitWindow.resuming(second.commit(METADATA_LIMIT));

        // Then
        assertThat(LongStream.range(0, 20).filter(third::receive)).containsExactly(0L, 2L, 3L, 4L);
    }

    @Test
    void a_window_that_is_fully_out_of_order_fits_the_limit_whatever_its_pattern() {
        // Given
        CommitWindow window = CommitWindow.startingAt(7);
        java.util.Random random = new java.util.Random(1);
        LongStream.range(7, 7 + CommitWindow.MAX_SPAN).forEach(window::receive);
        LongStream.range(8, 7 + CommitWindow.MAX_SPAN)
                .filter(offset -> random.nextBoolean())
                .forEach(window::finish);
        int unfinished = window.unfinishedCount();

        // When
        WindowCommit commit = window.commit(METADATA_LIMIT);

        // Then
        assertThat(commit.metadata().length()).isLessThanOrEqualTo(METADATA_LIMIT);
        CommitWindow next = CommitWindow.resuming(commit);
        assertThat(LongStream.range(7, 7 + CommitWindow.MAX_SPAN).filter(next::receive))
                .hasSize(unfinished);
    }

    @Test
    void going_back_needs_a_new_window() {
        // Given
        CommitWindow window = CommitWindow.startingAt(10);
        window.receive(12);

        // When / Then
        assertThatThrownBy(() -> window.receive(11)).isInstanceOf(IllegalArgumentException.class);
    }
}
