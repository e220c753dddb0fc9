/**
 * The benchmarks that come with Assay.
 *
 * <p>Each is a folder of resources, {@code benchmarks/NAME/}, with a definition in the form of a run spec's
 * {@code benchmark} (and a description) and its items. {@link dev.assay.benchmarks.catalogue.Catalogue} reads them all.
 */
@NullMarked
package dev.assay.benchmarks.catalogue;

import org.jspecify.annotations.NullMarked;
