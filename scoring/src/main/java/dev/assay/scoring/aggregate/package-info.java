/**
 * From a run's stored samples to its aggregates.
 *
 * <p>A {@link dev.assay.scoring.aggregate.RunAggregation} takes {@link dev.assay.scoring.aggregate.SampleRow}s in one pass
 * and gives {@link dev.assay.scoring.aggregate.Aggregate}s: per model and metric, over all and by category, with interval,
 * coverage and bounds. They are a pure function of the set of rows, so that a report computed again is the same to the
 * last bit.
 */
@NullMarked
package dev.assay.scoring.aggregate;

import org.jspecify.annotations.NullMarked;
