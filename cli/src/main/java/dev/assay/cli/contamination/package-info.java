/**
 * Looks for the items of a run in reference texts.
 *
 * <p>Texts and search are here, on the machine that has the corpus, which nothing of leaves; items and scores come from the
 * server, by pages and as a stream. {@link dev.assay.cli.contamination.RunItems} names what is looked for,
 * {@link dev.assay.cli.contamination.RunScores} keeps one mean for each item, model and metric.
 */
@NullMarked
package dev.assay.cli.contamination;

import org.jspecify.annotations.NullMarked;
