/**
 * Which is better, and on which items: two or more models, of one run or of several, on the items that they share.
 *
 * <p>Items are paired by id and content, so that other prompts and other limits of one dataset still pair. Scores are read
 * as a stream into arrays of numbers; every figure is that of {@code scoring}, package {@code comparison}. Flips, the
 * items on which the two differ, come in pages with both answers.
 */
@NullMarked
package dev.assay.gateway.comparison;

import org.jspecify.annotations.NullMarked;
