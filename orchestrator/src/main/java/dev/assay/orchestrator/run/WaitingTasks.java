package dev.assay.orchestrator.run;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Tasks of a lane that wait for another try. Those whose pause is over are moved aside once, so that asking how many
 * there are costs nothing, however many wait. Not thread-safe.
 */
final class WaitingTasks {

    private static final Comparator<TaskRow> BY_TIME =
            Comparator.comparing(TaskRow::due).thenComparing(TaskRow::task);

    private final TreeSet<TaskRow> paused = new TreeSet<>(BY_TIME);
    private final TreeSet<TaskRow> due = new TreeSet<>(BY_TIME);

    void add(TaskRow row) {
        paused.add(row);
    }

    void remove(TaskRow row) {
        if (!due.remove(row)) {
            paused.remove(row);
        }
    }

    int size() {
        return paused.size() + due.size();
    }

    /** How many could go now. A pause that was over once stays so, also if the clock steps back. */
    int due(Instant now) {
        while (!paused.isEmpty() && !paused.first().due().isAfter(now)) {
            due.add(paused.pollFirst());
        }
        return due.size();
    }

    /** When the first pause ends; empty if nothing waits, or something could go now. */
    Optional<Instant> nextDue(Instant now) {
        return due(now) > 0 || paused.isEmpty()
                ? Optional.empty()
                : Optional.of(paused.first().due());
    }

    /** The one whose pause has been over for longest. */
    Optional<TaskRow> firstDue(Instant now) {
        return due(now) == 0 ? Optional.empty() : Optional.of(due.first());
    }
}
