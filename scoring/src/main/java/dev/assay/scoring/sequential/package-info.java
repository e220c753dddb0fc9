/**
 * Stopping as soon as the question is answered, without paying for the peeks.
 *
 * <p>A {@link dev.assay.scoring.sequential.Wager} bets against a claimed mean; under that claim its wealth reaches 1/α
 * with probability at most α, however often one looks (Ville). {@link dev.assay.scoring.sequential.Sequential} turns two
 * of them into a decision after every item, and {@link dev.assay.scoring.sequential.ConfidenceSequence} many of them into
 * an interval that holds at all times at once. {@link dev.assay.scoring.sequential.Stopping} asks the questions of a run,
 * whose samples arrive in any order.
 */
@NullMarked
package dev.assay.scoring.sequential;

import org.jspecify.annotations.NullMarked;
