package dev.assay.orchestrator.run;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task between its first dispatch and its settlement.
 *
 * @param attempt the latest dispatch, from 1
 * @param triesLeft calls that may still fail before the sample does
 * @param call the announced call that has not been settled, or null
 * @param due by phase: not to be dispatched before, to be begun by, or leased until
 */
public record TaskRow(
        TaskId task,
        int attempt,
        int triesLeft,
        Phase phase,
        @Nullable CallId call,
        Instant due) {

    /** Where the task is. */
    public enum Phase {
        /** Here, for another try. */
        WAITING,
        /** On its way to a worker. */
        DISPATCHED,
        /** With a worker. */
        ACCEPTED
    }

    static TaskRow dispatched(TaskId task, int attempt, int triesLeft, Instant startBy) {
        return new TaskRow(task, attempt, triesLeft, Phase.DISPATCHED, null, startBy);
    }

    TaskRow accepted(CallId by, Instant leaseUntil) {
        return new TaskRow(task, attempt, triesLeft, Phase.ACCEPTED, by, leaseUntil);
    }

    TaskRow waiting(int tries, Instant notBefore) {
        return new TaskRow(task, attempt, tries, Phase.WAITING, null, notBefore);
    }

    AttemptId attemptId() {
        return new AttemptId(task, attempt);
    }

    boolean onItsWay() {
        return phase != Phase.WAITING;
    }
}
