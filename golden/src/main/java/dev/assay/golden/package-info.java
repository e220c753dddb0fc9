/**
 * Golden values: what the field's reference implementations gave for known inputs, against what ours give.
 *
 * <p>{@link dev.assay.golden.GoldenFile} reads a file, the {@link dev.assay.golden.Adapters} find the functions of its
 * metric, and {@link dev.assay.golden.Agreement} compares within the case's tolerance. Adapters only translate a case's
 * input to the product's functions and their results to plain values; they compute nothing.
 */
@NullMarked
package dev.assay.golden;

import org.jspecify.annotations.NullMarked;
