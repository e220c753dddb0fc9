/**
 * Datasets: uploaded as a stream, stored by their content, private to the groups that brought them.
 *
 * <p>An upload is staged under a key of its own until its last item was read and found right; only then it gets the hash
 * of its content, and content that is here already is not stored twice. Which fields stand in every item is noted on the
 * way, so that a submission over a million items is checked without reading them.
 */
@NullMarked
package dev.assay.gateway.datasets;

import org.jspecify.annotations.NullMarked;
