/**
 * Scores of texts that a model judged instead of writing: options after a prompt, or a whole text.
 *
 * <p>An answer is then a JSON text of log-likelihoods, which {@link dev.assay.scoring.likelihood.Judgements} reads.
 * Multiple choice is scored by {@link dev.assay.scoring.choice.OptionLikelihoods}, texts as in
 * {@link dev.assay.scoring.languagemodel}; both as lm-evaluation-harness does.
 */
@NullMarked
package dev.assay.scoring.likelihood;

import org.jspecify.annotations.NullMarked;
