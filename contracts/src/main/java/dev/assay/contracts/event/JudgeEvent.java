package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import java.time.Instant;
import java.util.List;

/** What the scorer wants to be judged; keyed by run, so that a run's events keep their order. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = JudgeEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = JudgeEvent.Wanted.class, name = "wanted"),
    @JsonSubTypes.Type(value = JudgeEvent.AllWanted.class, name = "all-wanted")
})
public sealed interface JudgeEvent {

    /** Judgements whose answers are there. The same task may be wanted again; it is asked once. */
    record Wanted(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, List<JudgeRequest> requests)
            implements JudgeEvent {

        public Wanted {
            requests = List.copyOf(requests);
        }
    }

    /** All judgements that the run's answers allow have been wanted: no other one will be. May come again. */
    record AllWanted(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId) implements JudgeEvent {}

    /** Written by a newer version. */
    record Unrecognised() implements JudgeEvent {}
}
