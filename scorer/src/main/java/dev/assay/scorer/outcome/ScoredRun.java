package dev.assay.scorer.outcome;

import dev.assay.contracts.run.RunDefinition;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scorer.scoring.ScoringPlan;
import dev.assay.scoring.definition.DefinitionException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A run that is being scored, in memory: its plan, and the aggregates of what came so far. */
final class ScoredRun {

    private static final Logger LOG = Logger.getLogger(ScoredRun.class);

    final RunDefinition definition;
    final int revision;
    final ScoringPlan plan;
    final Aggregates live;
    final Optional<RunQuestions> questions;
    long outcomes;
    Instant lastTold = Instant.MIN;

    ScoredRun(RunRecord record) {
        this.definition = record.definition();
        this.revision = record.revision();
        this.plan = planOrNone(record);
        this.live = Aggregates.live(definition, plan);
        // What was decided by the first scoring stays.
        this.questions = revision == 1 ? RunQuestions.of(definition, plan) : Optional.empty();
    }

    /** The gateway refuses what cannot be scored; should it slip through, the run ends without scores and says so. */
    private static ScoringPlan planOrNone(RunRecord record) {
        try {
            return ScoringPlan.of(record.pipelines(), record.metrics());
        } catch (DefinitionException e) {
            LOG.errorf(
                    "A run cannot be scored. runId=%s problem=%s",
                    record.definition().id(), e.getMessage());
            return ScoringPlan.of(List.of(), List.of());
        }
    }

    StoredOutcome score(StoredOutcome outcome) {
        String answer = outcome.answer();
        return outcome.withScores(
                answer == null ? SampleScores.NONE : plan.score(answer, outcome.references(), outcome.choices()));
    }

    /** An outcome that was read from the store, ready to be aggregated. */
    StoredOutcome readBack(StoredOutcome outcome) {
        SampleScores scores = outcome.scores();
        String answer = outcome.answer();
        return scores == null || answer == null
                ? outcome
                : outcome.withScores(plan.evidence(scores, answer, outcome.references(), outcome.choices()));
    }

    void count(StoredOutcome outcome) {
        live.add(outcome);
        questions.ifPresent(asked -> asked.take(outcome));
        outcomes++;
    }
}
