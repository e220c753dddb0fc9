package dev.assay.simulator.log;

/** Running counts of calls and billed tokens. Not thread-safe. */
final class Totals {

    private long calls;
    private long answered;
    private long aborted;
    private long failed;
    private long inputTokens;
    private long outputTokens;

    void received(CallEntry entry) {
        calls++;
        inputTokens += entry.inputTokens();
        outputTokens += entry.outputTokens();
    }

    void refused() {
        calls++;
        failed++;
    }

    void moved(CallState from, CallState to) {
        answered += count(to, CallState.ANSWERED) - count(from, CallState.ANSWERED);
        aborted += count(to, CallState.ABORTED) - count(from, CallState.ABORTED);
    }

    CallCounts counts() {
        return new CallCounts(calls, answered, aborted, failed, inputTokens, outputTokens);
    }

    private static int count(CallState state, CallState counted) {
        return state == counted ? 1 : 0;
    }
}
