/**
 * Reading datasets: JSON Lines, a JSON array, or CSV, from a stream of any length with flat memory.
 *
 * <p>A {@link dev.assay.benchmarks.dataset.DatasetReader} hands out one {@link dev.assay.benchmarks.dataset.DatasetItem}
 * after the other and stops at the first thing that is wrong, with a {@link dev.assay.benchmarks.dataset.DatasetProblem}
 * that names the place and the remedy. Every item has one canonical text; the SHA-256 over these texts is the dataset's
 * version, so the same content has the same version however it was formatted.
 */
@NullMarked
package dev.assay.benchmarks.dataset;

import org.jspecify.annotations.NullMarked;
