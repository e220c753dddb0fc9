/**
 * From what a model said to the answer that is scored.
 *
 * <p>An {@link dev.assay.scoring.extraction.ExtractionPipeline} is a list of named filters, each taking the text that the
 * one before left. A filter that finds nothing ends the pipeline: the answer is then "not extracted", which is a wrong
 * answer that is counted apart, never a guess. Everything here is a pure function of the answer and the item's choices.
 */
@NullMarked
package dev.assay.scoring.extraction;

import org.jspecify.annotations.NullMarked;
