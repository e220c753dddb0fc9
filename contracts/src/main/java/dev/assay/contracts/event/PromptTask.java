package dev.assay.contracts.event;

import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.Message;
import dev.assay.contracts.run.ModelUse;
import dev.assay.contracts.run.SampleContext;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Permission for one attempt: what a worker needs to call a provider once.
 *
 * @param attemptId the task and which dispatch of it
 * @param triesLeft calls that may still fail before the sample does, this one included; at 1 a failure is final
 * @param messages the rendered prompt
 * @param sample comes back with the outcome
 * @param startBy a worker that could not begin by then releases the task instead
 * @param deadlineMillis hard end of the call, from when the worker begins it
 * @param likelihood that texts are judged, and how; null: the model writes an answer
 * @param form the label of the form in which the item is asked; null: as it is
 */
public record PromptTask(
        EventId eventId,
        Instant occurredAt,
        GroupId groupId,
        RunId runId,
        AttemptId attemptId,
        int triesLeft,
        PoolId pool,
        ModelUse model,
        List<Message> messages,
        SampleContext sample,
        Instant startBy,
        long deadlineMillis,
        @Nullable LikelihoodTask likelihood,
        @Nullable String form) {

    public PromptTask {
        messages = List.copyOf(messages);
        if (triesLeft < 1) {
            throw new IllegalArgumentException("a dispatched task has at least one try left");
        }
    }
}
