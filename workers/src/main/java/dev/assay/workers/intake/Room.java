package dev.assay.workers.intake;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * How much a worker holds, in tasks and in bytes, against how much it may hold. Bytes may exceed their bound by the
 * answers of calls that run already, for those are never stopped for it. Thread-safe; one thread may wait.
 */
final class Room {

    private record Waiter(Thread thread, int wanted) {}

    private final int maxTasks;
    private final long maxBytes;
    private final AtomicInteger tasks = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private volatile @Nullable Waiter waiting;

    Room(int maxTasks, long maxBytes) {
        this.maxTasks = maxTasks;
        this.maxBytes = maxBytes;
    }

    /** Whether so many tasks more may be taken in hand. */
    boolean hasRoomFor(int more) {
        return tasks.get() + more <= maxTasks && bytes.get() < maxBytes;
    }

    void take(long size) {
        tasks.incrementAndGet();
        bytes.addAndGet(size);
    }

    /** A task in hand grows. */
    void grow(long size) {
        bytes.addAndGet(size);
    }

    void release(long size) {
        tasks.decrementAndGet();
        bytes.addAndGet(-size);
        Waiter waiter = waiting;
        // Only when it is worth it: waking up for every single task would cost more than the task.
        if (waiter != null && hasRoomFor(waiter.wanted())) {
            LockSupport.unpark(waiter.thread());
        }
    }

    /** Waits until so many tasks more may be taken in hand, for at most so long; may return early. */
    void awaitRoomFor(int more, Duration atMost) {
        waiting = new Waiter(Thread.currentThread(), more);
        try {
            // What was released before the waiter was known would not wake it.
            if (!hasRoomFor(more)) {
                LockSupport.parkNanos(this, atMost.toNanos());
            }
        } finally {
            waiting = null;
        }
    }

    int tasks() {
        return tasks.get();
    }

    long bytes() {
        return bytes.get();
    }
}
