package dev.assay.scorer.outcome;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.TaskId;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scoring.aggregate.OutcomeKind;
import dev.assay.scoring.aggregate.SampleRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a sample, as stored.
 *
 * @param answer null unless answered
 * @param scores null until the run's plan is known
 * @param judged what judges gave it
 */
record StoredOutcome(
        TaskId task,
        GroupId group,
        OutcomeKind kind,
        @Nullable String category,
        @Nullable String answer,
        List<String> references,
        List<String> choices,
        @Nullable SampleScores scores,
        SampleScores judged) {

    /** One that no judge has seen. */
    StoredOutcome(
            TaskId task,
            GroupId group,
            OutcomeKind kind,
            @Nullable String category,
            @Nullable String answer,
            List<String> references,
            List<String> choices,
            @Nullable SampleScores scores) {
        this(task, group, kind, category, answer, references, choices, scores, SampleScores.NONE);
    }

    StoredOutcome withScores(SampleScores scored) {
        return new StoredOutcome(task, group, kind, category, answer, references, choices, scored, judged);
    }

    /** The scores of metrics and judges together. */
    SampleScores allScores() {
        return scores == null ? judged : scores.and(judged);
    }

    /** The row that is aggregated. */
    SampleRow row() {
        return new SampleRow(
                task.model(),
                category,
                task.item(),
                task.repeat(),
                kind,
                kind != OutcomeKind.ANSWERED ? java.util.Map.of() : allScores().scores());
    }
}
