/**
 * What a run is once its specification has been resolved: benchmark, models, limits, and the
 *  manifest whose hash says that two runs are the same experiment.
 *  The unresolved text that a user writes lives in {@link dev.assay.contracts.spec}.
 */
@NullMarked
package dev.assay.contracts.run;

import org.jspecify.annotations.NullMarked;
