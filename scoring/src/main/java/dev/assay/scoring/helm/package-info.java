/**
 * Metrics as Stanford's HELM defines them: matches of a prediction with one reference, and the statistics it keeps.
 *
 * <p>{@link dev.assay.scoring.helm.HelmMatch} has the comparisons, each peculiar in its own way;
 * {@link dev.assay.scoring.helm.HelmStat} counts, means and population variance.
 */
@NullMarked
package dev.assay.scoring.helm;

import org.jspecify.annotations.NullMarked;
