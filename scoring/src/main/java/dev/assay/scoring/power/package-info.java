/**
 * How many items are needed, and what can be seen with those at hand.
 *
 * <p>{@link dev.assay.scoring.power.Power} has the formulas for two groups of the field's standard tool;
 * {@link dev.assay.scoring.power.Plan} answers the questions asked before a run: items for a difference, and the least
 * difference for a number of items, of paired and unpaired, binary and graded scores.
 */
@NullMarked
package dev.assay.scoring.power;

import org.jspecify.annotations.NullMarked;
