package dev.assay.simulator.chat;

import org.jspecify.annotations.Nullable;

/**
 * What a caller that knows the simulator tells about a call, in the request's {@code assay} object.
 *
 * @param run "" if not told
 * @param task "" if not told
 * @param call "" if not told
 * @param attempt number of the attempt at the task, from 1; 0 if not told
 * @param repeat which repeat of the sample, from 0
 * @param category null if the item has none
 * @param reference the right answer, null if not told
 */
record Caller(
        String run,
        String task,
        String call,
        int attempt,
        int repeat,
        @Nullable String category,
        @Nullable String reference) {

    /** A caller that tells nothing. */
    static final Caller UNKNOWN = new Caller("", "", "", 0, 0, null, null);
}
