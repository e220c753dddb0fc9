/**
 * The single writer: takes what arrived, applies it, writes the change in one transaction, then publishes.
 *  Whoever holds the database lock is the one that orchestrates; after any failed write the state is read anew.
 */
@NullMarked
package dev.assay.orchestrator.loop;

import org.jspecify.annotations.NullMarked;
