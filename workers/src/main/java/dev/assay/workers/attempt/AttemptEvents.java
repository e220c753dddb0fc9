package dev.assay.workers.attempt;

import dev.assay.contracts.event.AttemptOutcome;
import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.event.Outcome;
import dev.assay.contracts.event.PromptTask;
import dev.assay.contracts.event.TaskEvent;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.workers.provider.CallReply;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Writes down what happened to an attempt. Nothing here does anything. */
final class AttemptEvents {

    private final WorkerId worker;
    private final IdSource ids;
    private final Clock clock;

    AttemptEvents(WorkerId worker, IdSource ids, Clock clock) {
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
    }

    CallId nextCall() {
        return ids.nextCall();
    }

    TaskEvent.Accepted accepted(PromptTask task, CallId callId) {
        return new TaskEvent.Accepted(
                ids.nextEvent(),
                clock.instant(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                callId,
                worker,
                task.pool());
    }

    TaskEvent.Released released(
            PromptTask task, @Nullable CallId callId, TaskEvent.Reason reason, long notBeforeMillis) {
        return new TaskEvent.Released(
                ids.nextEvent(),
                clock.instant(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                callId,
                task.pool(),
                reason,
                notBeforeMillis);
    }

    AttemptOutcome outcome(PromptTask task, CallId callId, CallReply reply) {
        return new AttemptOutcome(
                ids.nextEvent(),
                clock.instant(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                reply.called() ? callId : null,
                worker,
                task.pool(),
                task.model().id(),
                task.sample(),
                isFinal(reply.outcome(), task.triesLeft()),
                reply.outcome(),
                reply.timings(),
                reply.headers());
    }

    TaskEvent.Settled settled(PromptTask task, AttemptOutcome outcome, @Nullable Long retryAfterMillis) {
        return new TaskEvent.Settled(
                ids.nextEvent(),
                clock.instant(),
                task.groupId(),
                task.runId(),
                task.attemptId(),
                outcome.callId(),
                task.pool(),
                result(outcome.outcome()),
                outcome.finalForTask(),
                outcome.outcome() instanceof Outcome.Failed failed ? failed.kind() : null,
                retryAfterMillis,
                stopReason(outcome.outcome()));
    }

    /** What people have to be told of a failure that stops the run. */
    private static @Nullable String stopReason(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed && failed.kind().again() == FailureKind.Again.STOP_RUN
                ? failed.message()
                : null;
    }

    /** Whether the sample's fate is decided: by anything but a failure that may be tried again while tries are left. */
    static boolean isFinal(Outcome outcome, int triesLeft) {
        return !(outcome instanceof Outcome.Failed failed) || !failed.kind().mayTryAgain() || triesLeft == 1;
    }

    /** The reply to report when the broker does not take the true one. */
    static CallReply unpublishable(CallReply reply) {
        return new CallReply(
                new Outcome.Failed(FailureKind.TOO_LARGE, "the outcome is larger than the broker takes", null, null),
                reply.timings(),
                reply.headers(),
                null);
    }

    private static TaskEvent.Result result(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered a -> TaskEvent.Result.ANSWERED;
            case Outcome.Refused r -> TaskEvent.Result.REFUSED;
            case Outcome.Failed f -> TaskEvent.Result.FAILED;
            case Outcome.Cancelled c -> TaskEvent.Result.CANCELLED;
            case Outcome.Unrecognised u -> TaskEvent.Result.UNKNOWN;
        };
    }
}
