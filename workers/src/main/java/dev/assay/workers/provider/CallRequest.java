package dev.assay.workers.provider;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.CallId;
import java.util.function.LongConsumer;

/**
 * One call to be made.
 *
 * @param task what is asked
 * @param callId under which it was announced
 * @param queuedMicros how long the task waited for a slot; goes into the timings
 * @param memory is told how many further bytes the answer takes while it comes in, in steps; may be called on any
 *     thread
 */
public record CallRequest(PromptTask task, CallId callId, long queuedMicros, LongConsumer memory) {}
