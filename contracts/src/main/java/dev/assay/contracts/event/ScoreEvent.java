package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import java.time.Instant;
import java.util.List;

/** What the scorer found; keyed by run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ScoreEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScoreEvent.SamplesScored.class, name = "samples-scored"),
    @JsonSubTypes.Type(value = ScoreEvent.Aggregated.class, name = "aggregated")
})
public sealed interface ScoreEvent {

    /** Scores of some samples, at most 500 of one run. A sample may come again with the same scores. */
    record SamplesScored(
            EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, int revision, List<SampleScore> samples)
            implements ScoreEvent {

        public SamplesScored {
            samples = List.copyOf(samples);
        }
    }

    /**
     * The run's aggregates so far, at most one a second while it goes on; the last one of a revision is final.
     *
     * @param outcomes how many final outcomes they rest on
     */
    record Aggregated(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            int revision,
            boolean isFinal,
            long outcomes,
            List<MetricAggregate> aggregates)
            implements ScoreEvent {

        public Aggregated {
            aggregates = List.copyOf(aggregates);
        }
    }

    /** Written by a newer version. */
    record Unrecognised() implements ScoreEvent {}
}
