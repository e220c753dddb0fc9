/**
 * Does an answer change when the question is only written otherwise?
 *
 * <p>A {@link dev.assay.scoring.robustness.Perturbation} changes how a {@link dev.assay.scoring.robustness.Subject} is
 * written, not what it means, and is a function of the subject and a seed: the same seed gives the same text on every
 * machine. The {@link dev.assay.scoring.robustness.PerturbationRegistry} knows them by name.
 * {@link dev.assay.scoring.robustness.Robustness} compares the scores before and after, item by item.
 */
@NullMarked
package dev.assay.scoring.robustness;

import org.jspecify.annotations.NullMarked;
