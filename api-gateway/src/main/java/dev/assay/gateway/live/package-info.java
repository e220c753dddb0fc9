/**
 * Runs as they change, as server-sent events.
 *
 * <p>One look at the database every half second serves all streams, and none while nobody follows. A stream holds a
 * bounded number of views that its client has not taken; a client that is slower than that is dropped and may come
 * again, when it gets the present state first.
 */
@NullMarked
package dev.assay.gateway.live;

import org.jspecify.annotations.NullMarked;
