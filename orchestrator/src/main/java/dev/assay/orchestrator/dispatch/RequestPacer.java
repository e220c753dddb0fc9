package dev.assay.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Spreads a per-minute limit: at most {@code perMinute} in every sliding 60 s, exactly, and no burst of more than a
 * second's worth (generic cell rate algorithm, ITU-T I.371, tolerance 1 s). Not thread-safe.
 */
final class RequestPacer {

    private static final Duration WINDOW = Duration.ofSeconds(60);
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final long perMinute;
    private final Duration interval;
    private final Deque<Taken> log = new ArrayDeque<>();
    private long inWindow;
    private Instant nextAt = Instant.MIN;

    private record Taken(Instant at, long count) {}

    RequestPacer(long perMinute) {
        this.perMinute = perMinute;
        this.interval = WINDOW.dividedBy(perMinute);
    }

    long perMinute() {
        return perMinute;
    }

    /** How many may go now. */
    long available(Instant now) {
        while (!log.isEmpty() && !log.peekFirst().at().plus(WINDOW).isAfter(now)) {
            inWindow -= log.removeFirst().count();
        }
        if (nextAt.isBefore(now.minus(TOLERANCE))) {
            nextAt = now;
        }
        Duration room = Duration.between(nextAt, now.plus(TOLERANCE));
        long byRate = room.isNegative() || interval.isZero() ? 0 : room.dividedBy(interval);
        return Math.max(0, Math.min(perMinute - inWindow, Math.max(byRate, nextAt.isAfter(now) ? 0 : 1)));
    }

    void take(Instant now, long count) {
        if (count > 0) {
            log.addLast(new Taken(now, count));
            inWindow += count;
            nextAt = (nextAt.isBefore(now) ? now : nextAt).plus(interval.multipliedBy(count));
        }
    }
}
