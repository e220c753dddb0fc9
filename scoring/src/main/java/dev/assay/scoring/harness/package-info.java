/**
 * How lm-evaluation-harness aggregates, where it does so in its own way.
 *
 * <p>For comparing with results that it printed. Our own intervals come from the statistics package: they are exact where
 * these are not, and name their method.
 */
@NullMarked
package dev.assay.scoring.harness;

import org.jspecify.annotations.NullMarked;
