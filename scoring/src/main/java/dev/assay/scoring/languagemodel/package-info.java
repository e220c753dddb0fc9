/**
 * How well a language model predicts text: perplexity by word, byte, character and token, and bits per byte.
 *
 * <p>{@link dev.assay.scoring.languagemodel.Perplexity} rests on the log-likelihoods of whole documents, as
 * lm-evaluation-harness's rolling tasks do. Logarithms are natural; lower is better everywhere.
 */
@NullMarked
package dev.assay.scoring.languagemodel;

import org.jspecify.annotations.NullMarked;
