/**
 * Embeddings of texts by all-MiniLM-L6-v2, as an optional module since model and runtime are large.
 *
 * <p>{@link dev.assay.embeddings.MiniLm} runs the model in the process, by ONNX Runtime, from the files that a Maven artifact
 * holds. Nothing is downloaded when it runs.
 */
@NullMarked
package dev.assay.embeddings;

import org.jspecify.annotations.NullMarked;
