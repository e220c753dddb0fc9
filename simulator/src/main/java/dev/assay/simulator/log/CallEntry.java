package dev.assay.simulator.log;

import dev.assay.simulator.answer.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Who made a call and what it is billed. The names are the caller's own words: this log stands outside the platform and
 * takes none of its types for granted.
 *
 * @param run the run, "" if the caller named none
 * @param task the task, "" if none
 * @param call the caller's name of this very call, "" if none
 * @param attempt the attempt at the task, 0 if none
 * @param model the model asked for
 * @param category the item's category, if it has one
 * @param truth whether the answer is right
 * @param inputTokens billed, 0 for a call that is refused
 * @param outputTokens billed, 0 for a call that is refused
 */
public record CallEntry(
        String run,
        String task,
        String call,
        int attempt,
        String model,
        @Nullable String category,
        Truth truth,
        int inputTokens,
        int outputTokens) {

    /** The longest name of anything, in UTF-16 units. */
    public static final int MAX_NAME = 256;

    public CallEntry {
        requireShort(run);
        requireShort(task);
        requireShort(call);
        requireShort(model);
        if (category != null) {
            requireShort(category);
        }
        if (inputTokens < 0 || outputTokens < 0) {
            throw new IllegalArgumentException("tokens must not be negative");
        }
    }

    private static void requireShort(String name) {
        if (name.length() > MAX_NAME) {
            throw new IllegalArgumentException("a name has at most " + MAX_NAME + " characters");
        }
    }
}
