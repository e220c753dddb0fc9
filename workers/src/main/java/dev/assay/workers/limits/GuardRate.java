package dev.assay.workers.limits;

import java.time.Duration;

/**
 * How many calls may begin in each cycle of a guard.
 *
 * @param calls at least 1
 * @param cycle about 100 ms, and longer for slow pools
 */
record GuardRate(int calls, Duration cycle) {

    private static final double CYCLES_PER_MINUTE = 600;
    private static final long NANOS_PER_MINUTE = Duration.ofMinutes(1).toNanos();

    /**
     * Exactly the pool's rate. The limit holds per cycle, so across a boundary of cycles a minute may see one cycle's
     * calls more: 0.17 % at 600 a minute and above.
     */
    static GuardRate perMinute(long requests) {
        long calls = Math.max(1, Math.round(requests / CYCLES_PER_MINUTE));
        return new GuardRate(
                Math.toIntExact(calls), Duration.ofNanos(Math.multiplyExact(calls, NANOS_PER_MINUTE) / requests));
    }
}
