/**
 * Reading comprehension: SQuAD v1.1 and v2 and DROP.
 *
 * <p>{@link dev.assay.scoring.question.Squad} scores one answer, {@link dev.assay.scoring.question.SquadReport} a data set
 * as the official scripts do, with thresholds for questions that have no answer; {@link dev.assay.scoring.question.Drop}
 * aligns several spans, in the two variants that are in use.
 */
@NullMarked
package dev.assay.scoring.question;

import org.jspecify.annotations.NullMarked;
