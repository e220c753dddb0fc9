/**
 * Is an answer treated otherwise because of who is in the question?
 *
 * <p>A {@link dev.assay.scoring.counterfactual.Counterfactual} exchanges names or the words of a gender, and nothing else.
 * Both versions are answered and scored, and {@link dev.assay.scoring.counterfactual.BiasReport} says how far the scores
 * of the pairs differ. Where who is in the question must not matter, the difference should be 0.
 */
@NullMarked
package dev.assay.scoring.counterfactual;

import org.jspecify.annotations.NullMarked;
