/**
 * A language model whose probabilities can be computed by hand.
 *
 * <p>{@link dev.assay.simulator.likelihood.ByteModel} gives every byte its probability, whatever stands before it, so that
 * the likelihood of a text is a product; {@link dev.assay.simulator.likelihood.JudgedPrompt} cuts a text into tokens with
 * theirs, and {@link dev.assay.simulator.likelihood.PlantedChoice} makes one of an item's options the likeliest.
 */
@NullMarked
package dev.assay.simulator.likelihood;

import org.jspecify.annotations.NullMarked;
