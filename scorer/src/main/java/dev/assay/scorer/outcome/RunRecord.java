package dev.assay.scorer.outcome;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.RunDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, as stored.
 *
 * @param pipelines those of the latest scoring
 * @param metrics those of the latest scoring
 * @param revision which scoring, from 1
 * @param recorded final outcomes that are stored
 * @param expected how many there will be; null until the run is settled
 * @param finalRevision the latest revision whose final aggregates are published; 0: none
 * @param decided how the questions of its stop rule stand
 */
record RunRecord(
        RunDefinition definition,
        List<PipelineSpec> pipelines,
        List<MetricSpec> metrics,
        int revision,
        long recorded,
        @Nullable Long expected,
        int finalRevision,
        RunDecisions decided) {

    boolean isReadyForFinal() {
        return expected != null && recorded >= expected && finalRevision < revision;
    }
}
