/**
 * The provider's own account of the calls it served: the truth that the platform's ledger and scores are checked against.
 *
 * <p>{@link dev.assay.simulator.log.CallLog} writes each event to an append-only file before the reply that it speaks of,
 * and keeps a compact index in memory: {@code CallIndex}, which knows nothing of files, is fed by live calls and by the
 * replay at start alike. What survives a kill is what the operating system took over by {@code write}; a torn last record
 * is dropped.
 */
@NullMarked
package dev.assay.simulator.log;

import org.jspecify.annotations.NullMarked;
