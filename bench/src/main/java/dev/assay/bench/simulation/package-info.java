/**
 * Whether the statistics keep their promises, by simulation.
 *
 * <p>Each class draws data whose truth is known, many times and with a fixed seed, gives them to the functions that the
 * product uses, and counts how often these were right. {@link dev.assay.bench.simulation.Findings} are the rows of
 * the table in docs/statistics.md.
 */
@NullMarked
package dev.assay.bench.simulation;

import org.jspecify.annotations.NullMarked;
