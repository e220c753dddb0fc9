/**
 * Likeness of meaning, by a small language model that runs in the process.
 *
 * <p>The model is no part of this module: {@link dev.assay.scoring.similarity.TextEmbedding} is found where the optional module
 * {@code embeddings} is on the class path.
 */
@NullMarked
package dev.assay.scoring.similarity;

import org.jspecify.annotations.NullMarked;
