/**
 * The read model of results: what workers, scorer and cost service said about the samples of each run.
 *
 * <p>Four consumers store whole batches, each with one or two statements, idempotently by key: the first final outcome
 * of a task wins, the latest score and the latest ledger entry replace earlier ones. Counters are kept in the same
 * transaction, so progress never counts rows. A run is shown as ended when everything that belongs to it is here.
 */
@NullMarked
package dev.assay.gateway.results;

import org.jspecify.annotations.NullMarked;
