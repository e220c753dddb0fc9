package dev.assay.orchestrator.run;

import org.jspecify.annotations.Nullable;

/**
 * How far a lane is, as stored.
 *
 * @param cursor samples that were dispatched at least once
 * @param total samples that will be
 * @param skipped of those dispatched, how many were none, since their items have no such form
 * @param unanswered null unless the lane has ended early, since the questions about its model have their answers; then
 *     how many of the samples that these rest on have no answer
 */
public record LaneProgress(
        int model,
        long cursor,
        long total,
        long answered,
        long refused,
        long failed,
        long cancelled,
        long skipped,
        @Nullable Long unanswered) {

    /** A lane that has not ended early. */
    public LaneProgress(
            int model,
            long cursor,
            long total,
            long answered,
            long refused,
            long failed,
            long cancelled,
            long skipped) {
        this(model, cursor, total, answered, refused, failed, cancelled, skipped, null);
    }
}
