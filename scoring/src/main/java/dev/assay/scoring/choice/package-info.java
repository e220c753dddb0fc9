/**
 * Multiple choice: which option an answer means, and which one a model finds most likely.
 *
 * <p>{@link dev.assay.scoring.choice.LetterExtraction} reads letters as the field's evaluation scripts do, each in its own
 * way; {@link dev.assay.scoring.choice.OptionLikelihoods} scores options by their log-likelihoods as
 * lm-evaluation-harness does. The filter {@code choice_letter} of the extraction package is ours and more careful.
 */
@NullMarked
package dev.assay.scoring.choice;

import org.jspecify.annotations.NullMarked;
