/**
 * Early stopping, as people see it: whether a question can be asked of a metric, how it and its answers are worded.
 *
 * <p>What is decided comes from the scorer and is stored with the run as it came. A question whose metric has no bounded
 * mean is refused when the run is submitted.
 */
@NullMarked
package dev.assay.gateway.stop;

import org.jspecify.annotations.NullMarked;
