package dev.assay.workers.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A fixed number of slots and a queue in front of them, first in, first out. Whenever a task waits, all slots are in
 * use. It holds no threads: who gets a slot runs the task, and asks for the next one with {@link #next()}. Thread-safe.
 */
final class SlotQueue<T> {

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<T> waiting = new ArrayDeque<>();
    private final int slots;
    private int busy;

    SlotQueue(int slots) {
        if (slots < 1) {
            throw new IllegalArgumentException("there is at least one slot");
        }
        this.slots = slots;
    }

    /** Returns true if a slot was free: the caller has to run the task in it now. Else the task waits. */
    boolean offer(T task) {
        lock.lock();
        try {
            if (busy < slots) {
                busy++;
                return true;
            }
            waiting.addLast(task);
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends a slot's task and gives the one to run in it next, or null, and then the slot is free. */
    @Nullable
    T next() {
        lock.lock();
        try {
            T task = waiting.pollFirst();
            if (task == null) {
                busy--;
            }
            return task;
        } finally {
            lock.unlock();
        }
    }

    /** Takes the waiting tasks that match out of the queue. */
    List<T> remove(Predicate<T> matching) {
        lock.lock();
        try {
            List<T> removed = new ArrayList<>();
            waiting.removeIf(task -> {
                boolean matches = matching.test(task);
                if (matches) {
                    removed.add(task);
                }
                return matches;
            });
            return removed;
        } finally {
            lock.unlock();
        }
    }

    int slots() {
        return slots;
    }

    int busy() {
        lock.lock();
        try {
            return busy;
        } finally {
            lock.unlock();
        }
    }
}
