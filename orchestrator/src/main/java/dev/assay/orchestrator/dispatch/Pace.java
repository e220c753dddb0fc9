package dev.assay.orchestrator.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many calls end in a second, and so how many tasks have to be on their way for no slot to wait for one. It is the
 * mean over the last second, or over the time since work began: calls of minutes that end together are no pace, and a
 * run of a second learns its own before it is over. Knows no clock. Not thread-safe.
 */
public final class Pace {

    private static final long BUCKET_MILLIS = 100;
    private static final int BUCKETS = 10;

    private final int[] ended = new int[BUCKETS];
    private long newest;
    private @Nullable Instant workingSince;

    /** Says whether anything is under way: pace is lost where nothing is. */
    public void working(boolean working, Instant now) {
        if (!working) {
            workingSince = null;
        } else if (workingSince == null) {
            workingSince = now;
            newest = bucket(now);
            Arrays.fill(ended, 0);
        }
    }

    /** A call has ended. */
    public void ended(Instant now) {
        moveTo(bucket(now));
        ended[(int) Math.floorMod(newest, (long) BUCKETS)]++;
    }

    /** How many calls end within that time, at the present pace. */
    public int within(Duration time, Instant now) {
        if (workingSince == null) {
            return 0;
        }
        moveTo(bucket(now));
        long sum = 0;
        for (int count : ended) {
            sum += count;
        }
        long working = Duration.between(workingSince, now).toMillis();
        long over = Math.max(BUCKET_MILLIS, Math.min(BUCKETS * BUCKET_MILLIS, working));
        return (int) Math.min(Integer.MAX_VALUE, sum * time.toMillis() / over);
    }

    private void moveTo(long bucket) {
        long steps = Math.min(BUCKETS, bucket - newest);
        for (long i = 1; i <= steps; i++) {
            ended[(int) Math.floorMod(bucket - steps + i, (long) BUCKETS)] = 0;
        }
        newest = Math.max(newest, bucket);
    }

    private static long bucket(Instant now) {
        return Math.floorDiv(now.toEpochMilli(), BUCKET_MILLIS);
    }
}
