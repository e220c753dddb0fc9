package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.RunId;
import dev.assay.contracts.run.StopRule;
import java.time.Instant;
import java.util.List;

/** What the scorer found; keyed by run. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type", defaultImpl = ScoreEvent.Unrecognised.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = ScoreEvent.SamplesScored.class, name = "samples-scored"),
    @JsonSubTypes.Type(value = ScoreEvent.Aggregated.class, name = "aggregated"),
    @JsonSubTypes.Type(value = ScoreEvent.Decided.class, name = "decided"),
    @JsonSubTypes.Type(value = ScoreEvent.SamplesJudged.class, name = "samples-judged"),
    @JsonSubTypes.Type(value = ScoreEvent.PairsJudged.class, name = "pairs-judged")
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
     * @param variants what other forms of the items did; final aggregates only
     */
    record Aggregated(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            int revision,
            boolean isFinal,
            long outcomes,
            List<MetricAggregate> aggregates,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<VariantAggregate> variants)
            implements ScoreEvent {

        public Aggregated {
            aggregates = List.copyOf(aggregates);
            variants = variants == null ? List.of() : List.copyOf(variants);
        }

        /** Without other forms of the items. */
        public Aggregated(
                EventId eventId,
                Instant occurredAt,
                GroupId groupId,
                RunId runId,
                int revision,
                boolean isFinal,
                long outcomes,
                List<MetricAggregate> aggregates) {
            this(eventId, occurredAt, groupId, runId, revision, isFinal, outcomes, aggregates, List.of());
        }
    }

    /**
     * How the questions of a run with a stop rule stand. Each holds all answers of the ones before it, and may come
     * again; the last one comes before the final aggregates and holds the open questions too.
     *
     * @param rule what was asked
     * @param decisions one per question that has its answer, in the order of the run's models
     * @param stopped the models about which nothing is left to ask
     */
    record Decided(
            EventId eventId,
            Instant occurredAt,
            GroupId groupId,
            RunId runId,
            StopRule rule,
            List<StopDecision> decisions,
            List<StoppedModel> stopped)
            implements ScoreEvent {

        public Decided {
            decisions = List.copyOf(decisions);
            stopped = List.copyOf(stopped);
        }
    }

    /**
     * Grades that judges gave to samples, at most 500 of one run: scores to be added to those that the samples have. A
     * reply that could not be read is among {@code unscored} with its reason. A sample may come again.
     */
    record SamplesJudged(
            EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, int revision, List<SampleScore> samples)
            implements ScoreEvent {

        public SamplesJudged {
            samples = List.copyOf(samples);
        }
    }

    /** Pairs of answers of which all verdicts are in, at most 500 of one run. A pair may come again, unchanged. */
    record PairsJudged(EventId eventId, Instant occurredAt, GroupId groupId, RunId runId, List<JudgedPair> pairs)
            implements ScoreEvent {

        public PairsJudged {
            pairs = List.copyOf(pairs);
        }
    }

    /** Written by a newer version. */
    record Unrecognised() implements ScoreEvent {}
}
