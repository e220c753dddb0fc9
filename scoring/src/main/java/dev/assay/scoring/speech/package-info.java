/**
 * Error rates of transcripts, with the values of jiwer 4.
 *
 * <p>A {@link dev.assay.scoring.speech.Transform} cuts a transcript into words or characters,
 * {@link dev.assay.scoring.edit.Alignment} counts hits and errors against the reference, and
 * {@link dev.assay.scoring.speech.ErrorRates} makes the rates of the counts. Counts of several sentences are added.
 */
@NullMarked
package dev.assay.scoring.speech;

import org.jspecify.annotations.NullMarked;
