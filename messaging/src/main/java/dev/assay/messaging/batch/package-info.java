/**
 * How services listen: whole batches, decoded one record at a time, stored idempotently, then committed.
 *  A record that cannot be read goes to the dead letters and does not stop the others.
 *  A store that is away is waited for: nothing is skipped, nothing is committed that was not stored.
 */
@NullMarked
package dev.assay.messaging.batch;

import org.jspecify.annotations.NullMarked;
