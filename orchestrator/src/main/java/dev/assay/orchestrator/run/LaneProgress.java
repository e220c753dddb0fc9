package dev.assay.orchestrator.run;

/**
 * How far a lane is, as stored.
 *
 * @param cursor samples that were dispatched at least once
 * @param total samples that will be
 * @param skipped of those dispatched, how many were none, since their items have no such form
 */
public record LaneProgress(
        int model, long cursor, long total, long answered, long refused, long failed, long cancelled, long skipped) {}
