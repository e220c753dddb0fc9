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
 * @param form the label of the form in which the item is asked; null: as it is
 */
record Caller(
        String run,
        String task,
        String call,
        int attempt,
        int repeat,
        @Nullable String category,
        @Nullable String reference,
        @Nullable String form) {

    /** A caller that asks an item as it is. */
    Caller(
            String run,
            String task,
            String call,
            int attempt,
            int repeat,
            @Nullable String category,
            @Nullable String reference) {
        this(run, task, call, attempt, repeat, category, reference, null);
    }

    /** A caller that tells nothing. */
    static final Caller UNKNOWN = new Caller("", "", "", 0, 0, null, null);
}
