/**
 * Reads how likely a model finds texts, from completions that echo them.
 *
 * <p>{@link dev.assay.workers.likelihood.Questions} says what one call asks, {@link
 * dev.assay.workers.likelihood.EchoedText} reads one echoed text with its tokens, and {@link
 * dev.assay.workers.likelihood.Probe} finds out whether a provider does this honestly. All of it is pure.
 */
@NullMarked
package dev.assay.workers.likelihood;

import org.jspecify.annotations.NullMarked;
