package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import java.time.Instant;
import java.util.List;

/** What people ask for; from the gateway to the orchestrator, keyed by run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = RunCommand.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunCommand.Submit.class, name = "submit"),
    @JsonSubTypes.Type(value = RunCommand.Pause.class, name = "pause"),
    @JsonSubTypes.Type(value = RunCommand.Resume.class, name = "resume"),
    @JsonSubTypes.Type(value = RunCommand.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = RunCommand.Rescore.class, name = "rescore")
})
public sealed interface RunCommand {

    /** Begin this run. A second one with the same run id changes nothing. */
    record Submit(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, RunDefinition definition)
            implements RunCommand {}

    /** Dispatch nothing new; no call begins later than 2 s after it. */
    record Pause(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId) implements RunCommand {}

    /** Go on. */
    record Resume(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId) implements RunCommand {}

    /** End it; what was answered keeps its scores. */
    record Cancel(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, String reason)
            implements RunCommand {}

    /** Score the stored outcomes of a finished run again, without any call. */
    record Rescore(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            List<PipelineSpec> pipelines,
            List<MetricSpec> metrics)
            implements RunCommand {

        public Rescore {
            pipelines = List.copyOf(pipelines);
            metrics = List.copyOf(metrics);
        }
    }

    /** Written by a newer version. */
    record Unrecognised() implements RunCommand {}
}
