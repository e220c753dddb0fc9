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
        long byRate =
                next(now).isAfter(now) ? 0 : Duration.between(next(now), now).dividedBy(interval) + 1;
        return Math.max(0, Math.min(perMinute - inWindow, byRate));
    }

    /** When the next one may go; what was missed for longer than the tolerance is not made up for. */
    private Instant next(Instant now) {
        Instant earliest = now.minus(TOLERANCE);
        return nextAt.isBefore(earliest) ? earliest : nextAt;
    }

    void take(Instant now, long count) {
        if (count > 0) {
            log.addLast(new Taken(now, count));
            inWindow += count;
            nextAt = next(now).plus(interval.multipliedBy(count));
        }
    }
}
