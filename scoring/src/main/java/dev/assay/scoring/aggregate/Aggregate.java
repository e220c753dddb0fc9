package dev.assay.scoring.aggregate;

import dev.assay.scoring.statistics.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * One metric of one model over a whole run or one category.
 *
 * @param model the model's place in the run
 * @param category null: over all
 * @param metric the metric's label
 * @param items how many items have at least one sample
 * @param samples how their samples ended
 * @param scored how many samples have a score
 * @param unextracted how many of those are scored as wrong because no answer could be extracted
 * @param coverage scored / all samples, between 0 and 1
 * @param estimate mean over the items with a score, each item's repeats averaged first; for a metric of a set, its value
 *     for all samples with a score; null if there are none, or if it is not defined for them
 * @param bounds the mean if the samples without a score had been scored; null for a metric of a set, and for one without
 *     a least or a greatest value
 */
public record Aggregate(
        int model,
        @Nullable String category,
        String metric,
        long items,
        SampleCounts samples,
        long scored,
        long unextracted,
        double coverage,
        @Nullable Estimate estimate,
        @Nullable Bounds bounds) {}
