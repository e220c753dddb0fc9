/**
 * Runs: submitted, listed, looked at, paused, resumed, cancelled, scored again.
 *
 * <p>A submission is checked completely before anything is written; then the run, its idempotency key and the command
 * for the orchestrator are committed together, and the outbox brings the command to the broker however often the
 * process dies. Nothing is expanded here: a run of a million tasks is one row.
 */
@NullMarked
package dev.assay.gateway.runs;

import org.jspecify.annotations.NullMarked;
