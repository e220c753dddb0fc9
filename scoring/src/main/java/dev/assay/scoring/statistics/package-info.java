/**
 * From many scores to a number with an interval.
 *
 * <p>Sums are exact, so no result depends on the order in which scores arrive or on how they were split between
 * workers. Elementary functions are those of {@link StrictMath}, so no result depends on the machine. Distributions are
 * computed here from their textbook series and continued fractions, to a relative error below 1e-10.
 */
@NullMarked
package dev.assay.scoring.statistics;

import org.jspecify.annotations.NullMarked;
