package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.messaging.batch.Received;
import dev.assay.messaging.window.CommitWindow;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.attempt.AcceptedTask;
import dev.assay.workers.attempt.Arrival;
import dev.assay.workers.attempt.AttemptRunner;
import dev.assay.workers.attempt.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this worker has taken and not finished: queued, being called, or waiting for the broker to acknowledge. Taking
 * and collecting belong to the polling thread; all else is thread-safe.
 */
@ApplicationScoped
class TasksInHand {

    private static final Logger LOG = Logger.getLogger(TasksInHand.class);
    /** A task as objects, and once more as text while it is written or read. */
    private static final int MEMORY_PER_BYTE = 3;
    /** A call's buffers and an answer of ordinary length; larger ones are counted as they come in. */
    private static final int MEMORY_PER_TASK = 16 * 1024;

    private final Queue<HeldTask> finished = new ConcurrentLinkedQueue<>();
    private final SlotQueue<HeldTask> slots;
    private final Room room;
    private final int batch;
    private final AttemptRunner runner;
    private final Reports reports;
    private final Clock clock;

    TasksInHand(WorkersConfig config, AttemptRunner runner, Reports reports, Clock clock) {
        int most = config.slots() + Math.max(1, (int) Math.ceil(config.slots() * config.prefetch()));
        this.slots = new SlotQueue<>(config.slots());
        this.room = new Room(most, config.byteBudget().asLongValue());
        this.batch = Math.max(1, Math.min(500, most / 4));
        this.runner = runner;
        this.reports = reports;
        this.clock = clock;
    }

    /** How many tasks a poll may bring. */
    int batch() {
        return batch;
    }

    Room room() {
        return room;
    }

    int slots() {
        return slots.slots();
    }

    int busySlots() {
        return slots.busy();
    }

    /** A task that came, and the window of its record. */
    record Taken(Received<PromptTask> received, int recordSize, CommitWindow window) {}

    /** Takes the tasks of a poll: gives back what is too late, announces the others together and queues them for slots. */
    void take(List<Taken> poll) {
        Instant now = clock.instant();
        List<HeldTask> inTime = new ArrayList<>(poll.size());
        List<Arrival> arrivals = new ArrayList<>(poll.size());
        for (Taken taken : poll) {
            PromptTask task = taken.received().event();
            long bytes = (long) MEMORY_PER_BYTE * taken.recordSize() + MEMORY_PER_TASK;
            HeldTask held = new HeldTask(taken.received(), taken.window(), bytes, room);
            if (now.isAfter(task.startBy())) {
                whenDone(held, reports.release(task, null, TaskEvent.Reason.EXPIRED, 0));
            } else {
                inTime.add(held);
                arrivals.add(new Arrival(task, held::grow));
            }
        }
        List<AcceptedTask> accepted = reports.accept(arrivals);
        for (int i = 0; i < accepted.size(); i++) {
            HeldTask held = inTime.get(i);
            held.accepted(accepted.get(i));
            if (slots.offer(held)) {
                Thread.ofVirtual().name("workers-slot").start(() -> occupySlot(held));
            }
        }
    }

    /** Gives queued tasks back, so that others can do them. */
    void giveBackQueued(Predicate<HeldTask> matching) {
        for (HeldTask held : slots.remove(matching)) {
            whenDone(
                    held,
                    reports.release(held.accepted().task(), held.accepted().callId(), TaskEvent.Reason.DRAINED, 0));
        }
    }

    /** Forgets queued tasks: another worker has their records already. */
    void dropQueued(Predicate<HeldTask> matching) {
        slots.remove(matching).forEach(HeldTask::letGo);
    }

    /** Tells the windows which records are finished since the last time. */
    void collectFinished() {
        for (HeldTask held = finished.poll(); held != null; held = finished.poll()) {
            held.finishRecord();
        }
    }

    private void occupySlot(HeldTask first) {
        for (HeldTask held = first; held != null; held = slots.next()) {
            carryOut(held);
        }
    }

    private void carryOut(HeldTask held) {
        try {
            whenDone(held, runner.run(held.accepted()));
        } catch (InterruptedException e) {
            // Nobody interrupts a slot but a JVM that ends.
            Thread.currentThread().interrupt();
            held.letGo();
        }
    }

    private void whenDone(HeldTask held, CompletionStage<Void> stage) {
        var unused = stage.whenComplete((nothing, failure) -> {
            if (!isAbandoned(failure)) {
                if (failure != null) {
                    // The orchestrator will miss it and dispatch it again; the record must not hold the others back.
                    LOG.errorf(failure, "A task could not be reported. attemptId=%s", held.attempt());
                }
                finished.add(held);
            }
            held.letGo();
        });
    }

    private static boolean isAbandoned(@Nullable Throwable failure) {
        return failure instanceof CancellationException
                || (failure instanceof CompletionException && failure.getCause() instanceof CancellationException);
    }
}
