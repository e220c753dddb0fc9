/**
 * What a run found, as text: leaderboard with intervals, coverage and bounds, cost, latency, categories. Beside the
 * measured values stands the simulator's truth where there is one.
 */
@NullMarked
package dev.assay.cli.report;

import org.jspecify.annotations.NullMarked;
