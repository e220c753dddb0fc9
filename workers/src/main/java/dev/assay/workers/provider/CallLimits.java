package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import org.jspecify.annotations.Nullable;

/**
 * How long a call may take. All in nanoseconds.
 *
 * @param deadline from its begin to its end
 * @param firstToken from the written request to the first token of a streamed answer
 * @param idle without a byte once the answer has begun
 */
record CallLimits(long deadline, long firstToken, long idle) {

    /**
     * Where a call stands. All by the same monotonic clock.
     *
     * @param begunAt when the call began
     * @param sentAt when its request was written; meaningless before
     * @param lastByteAt when the last byte of the response came; meaningless before
     */
    record Standing(Stage stage, long begunAt, long sentAt, long lastByteAt) {}

    /** What a call waits for. */
    enum Stage {
        CONNECTION,
        FIRST_TOKEN,
        /** The whole answer, of which nothing can be seen before its end. */
        WHOLE_ANSWER,
        NEXT_BYTE
    }

    /** The limit that the call has exceeded at {@code now}, or null. Pure. */
    @Nullable
    FailureKind exceeded(Standing standing, long now) {
        if (now - standing.begunAt() >= deadline) {
            return FailureKind.DEADLINE;
        }
        return switch (standing.stage()) {
            case CONNECTION, WHOLE_ANSWER -> null;
            case FIRST_TOKEN -> now - standing.sentAt() >= firstToken ? FailureKind.TIMEOUT_FIRST_TOKEN : null;
            case NEXT_BYTE -> now - standing.lastByteAt() >= idle ? FailureKind.TIMEOUT_IDLE : null;
        };
    }
}
