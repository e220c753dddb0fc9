package dev.assay.simulator.limit;

/**
 * Admitted calls of the last window with their times and tokens, oldest first, in a growing ring. An entry counts in the
 * half-open window (now - length, now]. Not thread-safe.
 */
final class SlidingWindow {

    private long[] times = new long[64];
    private int[] tokens = new int[64];
    private int first;
    private int count;
    private long tokenSum;

    void forgetUntil(long time) {
        while (count > 0 && times[first] <= time) {
            tokenSum -= tokens[first];
            first = (first + 1) % times.length;
            count--;
        }
    }

    void add(long time, int tokensUsed) {
        if (count == times.length) {
            grow();
        }
        int at = (first + count) % times.length;
        times[at] = time;
        tokens[at] = tokensUsed;
        tokenSum += tokensUsed;
        count++;
    }

    int count() {
        return count;
    }

    long tokens() {
        return tokenSum;
    }

    /** Time of the newest entry; the window must not be empty. */
    long newest() {
        return times[(first + count - 1) % times.length];
    }

    /** Time of the last entry that must leave until at most so many calls and tokens are left; something must leave. */
    long lastToLeave(long callsLeft, long tokensLeft) {
        long calls = count;
        long sum = tokenSum;
        int at = first;
        long time = times[at];
        while (calls > 0 && (calls > callsLeft || sum > tokensLeft)) {
            time = times[at];
            sum -= tokens[at];
            calls--;
            at = (at + 1) % times.length;
        }
        return time;
    }

    private void grow() {
        long[] moreTimes = new long[times.length * 2];
        int[] moreTokens = new int[times.length * 2];
        for (int i = 0; i < count; i++) {
            int from = (first + i) % times.length;
            moreTimes[i] = times[from];
            moreTokens[i] = tokens[from];
        }
        times = moreTimes;
        tokens = moreTokens;
        first = 0;
    }
}
