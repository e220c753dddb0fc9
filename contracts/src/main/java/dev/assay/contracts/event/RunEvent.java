package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.AttemptId;
import dev.assay.contracts.id.CallId;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.ContentHash;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.RunState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of runs; from the orchestrator to all others, keyed by run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = RunEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunEvent.Planned.class, name = "planned"),
    @JsonSubTypes.Type(value = RunEvent.StateChanged.class, name = "state-changed"),
    @JsonSubTypes.Type(value = RunEvent.Waiting.class, name = "waiting"),
    @JsonSubTypes.Type(value = RunEvent.CallLost.class, name = "call-lost"),
    @JsonSubTypes.Type(value = RunEvent.SamplesSettled.class, name = "samples-settled"),
    @JsonSubTypes.Type(value = RunEvent.Settled.class, name = "settled"),
    @JsonSubTypes.Type(value = RunEvent.RescoreRequested.class, name = "rescore-requested")
})
public sealed interface RunEvent {

    /** The run is accepted and its plan stands. Always the first event of a run. */
    record Planned(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            RunDefinition definition,
            ContentHash manifest)
            implements RunEvent {}

    /**
     * The run is in another state now.
     *
     * @param reason for people, such as the provider's answer that stopped it; null if there is nothing to say
     */
    record StateChanged(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            RunState state,
            @Nullable String reason) implements RunEvent {}

    /**
     * Models of the run wait for their providers, or do so no more. It is over by itself when the time has come, and
     * while the run is not running.
     *
     * @param waits of all models and judges that wait; empty: none does any more
     */
    record Waiting(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, List<ProviderWait> waits)
            implements RunEvent {

        public Waiting {
            waits = List.copyOf(waits);
        }
    }

    /**
     * A call was announced, and its worker died before it could say what came of it. The provider may have served it.
     *
     * @param startBy a worker that lives after all may begin it until then, so that only afterwards a provider who does
     *     not know the call will never see it; null in events of older versions
     */
    record CallLost(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            AttemptId attemptId,
            CallId callId,
            ModelId model,
            ConnectionId connection,
            @Nullable Instant startBy)
            implements RunEvent {}

    /**
     * Every sample that will have an outcome has one, and judges may be asked about the last of them. The scorer answers
     * with {@link JudgeEvent.AllWanted}. It may come again; only runs with judges have it.
     *
     * @param outcomes final outcomes of samples on the outcomes topic, those of judges not counted
     */
    record SamplesSettled(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, long outcomes)
            implements RunEvent {}

    /**
     * Every sample, and every judgement, that will have an outcome has one. Scorer, cost service and gateway are done with the run when they
     * have stored this much.
     *
     * @param outcomes final outcomes on the outcomes topic: one per task that was dispatched
     * @param calls attempts with a call whose outcome is on the topic, and calls that were lost
     */
    record Settled(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, long outcomes, long calls)
            implements RunEvent {}

    /** The stored outcomes are to be scored again; the revision counts up from 1, the first scoring. */
    record RescoreRequested(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            int revision,
            List<PipelineSpec> pipelines,
            List<MetricSpec> metrics)
            implements RunEvent {

        public RescoreRequested {
            pipelines = List.copyOf(pipelines);
            metrics = List.copyOf(metrics);
        }
    }

    /** Written by a newer version. */
    record Unrecognised() implements RunEvent {}
}
