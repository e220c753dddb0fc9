/**
 * How much a text says what reference texts say: ROUGE for summaries, METEOR, and the Porter stemmer that both use.
 *
 * <p>{@link dev.assay.scoring.summary.RougeScorer} and {@link dev.assay.scoring.summary.Meteor} compare two texts and
 * say all that they found; {@link dev.assay.scoring.summary.RougeBootstrap} makes intervals of many comparisons.
 * {@code SummaryMetrics} registers what users can name. All are English: words of other scripts are no words of ROUGE.
 */
@NullMarked
package dev.assay.scoring.summary;

import org.jspecify.annotations.NullMarked;
