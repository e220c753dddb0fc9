/**
 * Intervals and tests by drawing again from the sample at hand.
 *
 * <p>A {@link dev.assay.scoring.resampling.Resamples} says which items, or which clusters of items, each resample holds;
 * a {@link dev.assay.scoring.resampling.Bootstrap} turns a statistic's values over them into an interval. The generator
 * of random numbers is passed in, so the same seed gives the same interval everywhere.
 */
@NullMarked
package dev.assay.scoring.resampling;

import org.jspecify.annotations.NullMarked;
