package dev.assay.workers.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class RoomTest {

    private final Room room = new Room(10, 1_000);

    @Test
    void tasks_are_bounded_by_count() {
        for (int i = 0; i < 8; i++) {
            room.take(1);
        }

        assertThat(room.hasRoomFor(2)).isTrue();
        assertThat(room.hasRoomFor(3)).isFalse();
    }

    @Test
    void tasks_are_bounded_by_bytes_and_answers_count_as_they_grow() {
        // Given
        room.take(400);
        boolean before = room.hasRoomFor(1);

        // When
        room.grow(600);

        // Then
        assertThat(before).isTrue();
        assertThat(room.hasRoomFor(1)).isFalse();
        room.release(1_000);
        assertThat(room.hasRoomFor(10)).isTrue();
        assertThat(room.bytes()).isZero();
        assertThat(room.tasks()).isZero();
    }

    @Test
    void whoever_waits_is_woken_when_there_is_room_for_what_it_wants() throws InterruptedException {
        // Given
        for (int i = 0; i < 10; i++) {
            room.take(1);
        }
        Thread waiting = Thread.ofPlatform().start(() -> {
            while (!room.hasRoomFor(3)) {
                room.awaitRoomFor(3, Duration.ofDays(1));
            }
        });

        // When
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        for (int i = 0; i < 3; i++) {
            room.release(1);
        }

        // Then
        waiting.join();
        assertThat(room.tasks()).isEqualTo(7);
    }
}
