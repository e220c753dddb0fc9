package dev.assay.workers.provider;

import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.id.CallId;

/**
 * One call to be made.
 *
 * @param task what is asked
 * @param callId under which it was announced
 * @param queuedMicros how long the task waited for a slot; goes into the timings
 */
public record CallRequest(PromptTask task, CallId callId, long queuedMicros) {}
