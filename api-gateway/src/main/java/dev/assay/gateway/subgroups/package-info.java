/**
 * Scores by who is in the items: each value of a field that a benchmark names under {@code subgroups} has its own.
 *
 * <p>A {@link dev.assay.gateway.subgroups.SubgroupFold} takes a run's samples item by item and keeps sums alone, so that memory
 * grows with groups and not with items; figures are those of {@code scoring}, package {@code fairness}. A pure function of
 * samples and seed.
 */
@NullMarked
package dev.assay.gateway.subgroups;

import org.jspecify.annotations.NullMarked;
