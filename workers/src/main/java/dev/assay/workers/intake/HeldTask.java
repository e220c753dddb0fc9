package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.AttemptId;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.window.CommitWindow;
import dev.assay.workers.attempt.AcceptedTask;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A task in hand: its record, what it takes of the room, and what it was accepted as. Thread-safe.
 */
final class HeldTask {

    private final TopicPartition partition;
    private final long offset;
    private final AttemptId attempt;
    /** Of the assignment under which it was received; stale after a rebalance, and then without effect. */
    private final CommitWindow window;

    private final AtomicLong bytes;
    private final Room room;
    private volatile @Nullable AcceptedTask accepted;

    HeldTask(Received<PromptTask> received, CommitWindow window, long bytes, Room room) {
        this.partition = received.partition();
        this.offset = received.offset();
        this.attempt = received.event().attemptId();
        this.window = window;
        this.bytes = new AtomicLong(bytes);
        this.room = room;
        room.take(bytes);
    }

    TopicPartition partition() {
        return partition;
    }

    AttemptId attempt() {
        return attempt;
    }

    void grow(long more) {
        bytes.addAndGet(more);
        room.grow(more);
    }

    void accepted(AcceptedTask task) {
        accepted = task;
    }

    AcceptedTask accepted() {
        AcceptedTask task = accepted;
        if (task == null) {
            throw new IllegalStateException("a queued task was accepted");
        }
        return task;
    }

    /** It is no longer in hand. */
    void letGo() {
        room.release(bytes.get());
    }

    /** Its record needs nothing more. Only for the thread that owns the window. */
    void finishRecord() {
        window.finish(offset);
    }
}
