/**
 * Scores samples as a run's definition says: each extraction pipeline looks at the answer once, then each metric scores
 * what its pipeline found. Pure; the stored outcome gives the same scores whenever it is scored.
 */
@NullMarked
package dev.assay.scorer.scoring;

import org.jspecify.annotations.NullMarked;
