/**
 * Choosing without fooling oneself.
 *
 * <p>What is fitted or picked on items looks better on these items than it is. {@link
 * dev.assay.scoring.crossvalidation.Folds} parts items so that each is held out once, {@link
 * dev.assay.scoring.crossvalidation.Selection} picks on the other folds and scores on the held-out one.
 */
@NullMarked
package dev.assay.scoring.crossvalidation;

import org.jspecify.annotations.NullMarked;
