/**
 * Scores as the UK AI Security Institute's Inspect defines them: match, f1 and exact.
 *
 * <p>{@link dev.assay.scoring.inspect.InspectMatch} looks for a target at the start, the end or anywhere in an answer, as
 * text or as a number; {@link dev.assay.scoring.inspect.InspectOverlap} compares sets of words. Where answers are found in
 * a text, the extraction package's {@code inspect_answer_…} filters do it.
 */
@NullMarked
package dev.assay.scoring.inspect;

import org.jspecify.annotations.NullMarked;
