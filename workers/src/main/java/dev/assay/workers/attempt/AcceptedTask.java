package dev.assay.workers.attempt;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.CallId;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;

/**
 * A task that this worker holds.
 *
 * @param callId the id under which it will be called
 * @param announced completes when the broker has acknowledged that id; cancelled if nobody waits for it any more
 * @param acceptedAtNanos by the monotonic clock
 * @param memory is told how many further bytes its answer takes
 */
public record AcceptedTask(
        PromptTask task, CallId callId, CompletableFuture<Void> announced, long acceptedAtNanos, LongConsumer memory) {}
