package dev.assay.orchestrator.run;

import dev.assay.contracts.id.TaskId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tasks between dispatch and settlement: as many as the window and the waiting lists allow. Not thread-safe. */
final class OpenTasks {

    private final Map<TaskId, TaskRow> rows = new HashMap<>();

    Optional<TaskRow> get(TaskId task) {
        return Optional.ofNullable(rows.get(task));
    }

    /** Stores a task's new state and keeps its lane's counts and waiting list right. */
    void put(Lane lane, TaskRow row) {
        forget(lane, rows.put(row.task(), row));
        if (row.onItsWay()) {
            lane.onTheirWay++;
        } else {
            lane.waiting.add(row);
        }
    }

    void remove(Lane lane, TaskId task) {
        forget(lane, rows.remove(task));
    }

    private static void forget(Lane lane, @org.jspecify.annotations.Nullable TaskRow old) {
        if (old == null) {
            return;
        }
        if (old.onItsWay()) {
            lane.onTheirWay--;
        } else {
            lane.waiting.remove(old);
        }
    }

    /** How many tasks of a lane could go now: those whose pause is over, and new ones if not too many wait. */
    static int ready(Lane lane, Instant now, int waitingLimit) {
        long due = lane.waiting.due(now);
        long fresh = lane.waiting.size() >= waitingLimit ? 0 : lane.fresh();
        return (int) Math.min(Integer.MAX_VALUE, due + fresh);
    }

    /** The waiting task of the lane that has been due for longest, if one is. */
    Optional<TaskRow> takeDue(Lane lane, Instant now) {
        return lane.waiting.firstDue(now);
    }

    List<TaskRow> overdue(Instant now) {
        return rows.values().stream()
                .filter(row -> row.onItsWay() && row.due().isBefore(now))
                .toList();
    }

    List<TaskRow> of(Lane lane, dev.assay.contracts.id.RunId run) {
        return rows.values().stream()
                .filter(row -> row.task().run().equals(run) && row.task().model() == lane.model)
                .toList();
    }
}
