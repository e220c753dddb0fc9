package dev.assay.workers.contact;

import java.time.Duration;

/**
 * Tells the first failed connection from those that follow, and the first acknowledgement after them from all others.
 * Times are in nanoseconds of one monotonic clock. Thread-safe.
 */
final class Contact {

    /** Clients try at least once in that time: without a failure since, nobody misses a broker. */
    private static final long QUIET = Duration.ofSeconds(2).toNanos();

    private boolean lost;
    private long failedAt;

    /** A connection could not be made. Returns whether the broker is lost by that. */
    synchronized boolean failed(long now) {
        boolean first = !lost;
        lost = true;
        failedAt = now;
        return first;
    }

    /** What was sent then is acknowledged. Returns whether the broker is back by that. */
    synchronized boolean acknowledged(long sentAt) {
        if (!lost || sentAt - failedAt < QUIET) {
            return false;
        }
        lost = false;
        return true;
    }
}
