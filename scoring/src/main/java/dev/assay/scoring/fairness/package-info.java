/**
 * Whether groups of people are treated alike.
 *
 * <p>{@link dev.assay.scoring.fairness.GroupComparison} has rates by group, their gaps and ratios, demographic parity and
 * equalised odds, with the values of fairlearn; {@link dev.assay.scoring.fairness.Gap} adds what the sizes of the groups
 * let one say.
 */
@NullMarked
package dev.assay.scoring.fairness;

import org.jspecify.annotations.NullMarked;
