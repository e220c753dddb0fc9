/**
 * Postgres as the gateway uses it: connections, transactions, and columns of values for set-based statements.
 *
 * <p>A batch of events becomes one statement over arrays, whatever its size, because the cost of a sample is mostly the
 * cost of round trips. Text is made storable here, in one place: Postgres has no character NUL.
 */
@NullMarked
package dev.assay.gateway.database;

import org.jspecify.annotations.NullMarked;
