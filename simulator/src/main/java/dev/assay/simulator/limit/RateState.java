package dev.assay.simulator.limit;

/**
 * What is left of an account's quota.
 *
 * @param requestLimit calls in a window, 0 = not limited
 * @param requestsLeft calls that would be admitted now
 * @param tokenLimit tokens in a window, 0 = not limited
 * @param tokensLeft tokens that would be admitted now
 * @param resetMicros until the window is empty, if nothing further is admitted
 */
public record RateState(int requestLimit, long requestsLeft, int tokenLimit, long tokensLeft, long resetMicros) {}
