/**
 * The report of a run: leaderboard, categories, cost, failures, timing.
 *
 * <p>It is a pure function of the scorer's aggregates, the ledger entries of recorded attempts and the run's
 * definition. Two runs of one manifest give the same text but for the parts {@code run} and {@code timing}. Of a
 * finished run it is computed once and kept until something more becomes known of the run.
 */
@NullMarked
package dev.assay.gateway.report;

import org.jspecify.annotations.NullMarked;
