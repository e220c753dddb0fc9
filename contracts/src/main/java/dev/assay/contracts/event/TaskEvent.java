package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.id.WorkerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a worker tells the orchestrator about an attempt: small, and keyed by pool. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = TaskEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = TaskEvent.Accepted.class, name = "accepted"),
    @JsonSubTypes.Type(value = TaskEvent.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = TaskEvent.Released.class, name = "released")
})
public sealed interface TaskEvent {

    /**
     * A worker has the task and will call under this id. It is acknowledged by the broker before the call begins, so
     * every call that a provider saw is known even if the worker dies.
     */
    record Accepted(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            AttemptId attemptId,
            CallId callId,
            WorkerId workerId,
            PoolId pool)
            implements TaskEvent {}

    /**
     * The attempt is over and its outcome is on the outcomes topic.
     *
     * @param callId null if the provider was never called
     * @param failure null unless it failed
     * @param retryAfterMillis what the provider asked for, or null
     * @param reason what is said to people if the failure stops the run; holds no part of prompt or answer; or null
     */
    record Settled(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            AttemptId attemptId,
            @Nullable CallId callId,
            PoolId pool,
            Result result,
            boolean finalForTask,
            @Nullable FailureKind failure,
            @Nullable Long retryAfterMillis,
            @Nullable String reason)
            implements TaskEvent {}

    /**
     * The attempt was given back without a call and without an outcome; the task may be dispatched again.
     *
     * @param callId the id that was announced and never used, or null
     * @param notBeforeMillis how long to wait before the next dispatch; 0: not at all
     */
    record Released(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            AttemptId attemptId,
            @Nullable CallId callId,
            PoolId pool,
            Reason reason,
            long notBeforeMillis)
            implements TaskEvent {}

    /** Written by a newer version. */
    record Unrecognised() implements TaskEvent {}

    /** How a settled attempt ended. */
    enum Result {
        ANSWERED,
        REFUSED,
        FAILED,
        CANCELLED,
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }

    /** Why a task was given back. */
    enum Reason {
        /** It could not begin by {@code startBy}. */
        EXPIRED,
        /** The worker is leaving. */
        DRAINED,
        /** The run is paused or over. */
        STOPPED,
        /** The guard in the worker (rate, breaker, bulkhead) is closed. */
        GUARDED,
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }
}
