package dev.assay.workers.attempt;

import dev.assay.contracts.event.TaskEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a task that has a slot may be called. Pure.
 *
 * @param leaving the worker takes no more tasks
 * @param mayCall its run goes on
 * @param announced its call id is known to the broker
 * @param startBy when its permission ends
 */
record StartDecision(boolean leaving, boolean mayCall, boolean announced, Instant startBy) {

    /** Why it has to be given back, or null if it may begin. */
    TaskEvent.@Nullable Reason obstacle(Instant now) {
        if (leaving) {
            return TaskEvent.Reason.DRAINED;
        }
        if (!mayCall) {
            return TaskEvent.Reason.STOPPED;
        }
        return announced && isInTime(startBy, now) ? null : TaskEvent.Reason.EXPIRED;
    }

    static boolean isInTime(Instant startBy, Instant now) {
        return !now.isAfter(startBy);
    }
}
