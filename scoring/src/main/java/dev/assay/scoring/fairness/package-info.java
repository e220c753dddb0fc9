/**
 * Whether groups of people are treated alike.
 *
 * <p>{@link dev.assay.scoring.fairness.GroupComparison} has rates by group, their gaps and ratios, demographic parity and
 * equalised odds, with the values of fairlearn; {@link dev.assay.scoring.fairness.Gap} adds what the sizes of the groups
 * let one say. {@link dev.assay.scoring.fairness.SubgroupScores} and {@link dev.assay.scoring.fairness.SubgroupRates} fold the
 * items of a run, one by one, and say nothing of groups that are too small.
 */
@NullMarked
package dev.assay.scoring.fairness;

import org.jspecify.annotations.NullMarked;
