package dev.assay.simulator.log;

/**
 * Counts of calls and billed tokens at one moment.
 *
 * @param calls every call received, refused ones included
 * @param answered calls whose whole answer was handed to the connection
 * @param aborted calls that were billed although no usable answer left
 * @param failed calls refused with a 4xx or 5xx status
 * @param inputTokens billed, of all calls but refused ones, from their receipt on
 * @param outputTokens billed likewise
 */
public record CallCounts(long calls, long answered, long aborted, long failed, long inputTokens, long outputTokens) {

    /** Of nothing. */
    public static final CallCounts NONE = new CallCounts(0, 0, 0, 0, 0, 0);

    /** Calls that were billed: all but the refused. */
    public long served() {
        return calls - failed;
    }

    /** Billed calls whose answer is not yet complete. */
    public long open() {
        return served() - answered - aborted;
    }

    /** Both together. */
    public CallCounts plus(CallCounts other) {
        return new CallCounts(
                calls + other.calls,
                answered + other.answered,
                aborted + other.aborted,
                failed + other.failed,
                inputTokens + other.inputTokens,
                outputTokens + other.outputTokens);
    }
}
