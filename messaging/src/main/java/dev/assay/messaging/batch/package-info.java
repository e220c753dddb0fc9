/**
 * How services listen: whole batches, decoded one event at a time, stored idempotently, then committed.
 *  A record holds one event, or several where its topic allows it; they share its offset.
 *  What cannot be read goes to the dead letters and does not stop the others, not even those of its record.
 *  A store that is away is waited for: nothing is skipped, nothing is committed that was not stored.
 */
@NullMarked
package dev.assay.messaging.batch;

import org.jspecify.annotations.NullMarked;
