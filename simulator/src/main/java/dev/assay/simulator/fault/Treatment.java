package dev.assay.simulator.fault;

/** How a call is treated. */
public sealed interface Treatment {

    /**
     * Refused with an HTTP status.
     *
     * @param retryAfterSeconds for the {@code retry-after} header; 0 = none
     */
    record Refuse(int status, int retryAfterSeconds) implements Treatment {}

    /**
     * Accepted.
     *
     * @param ending how far the answer gets
     * @param firstDelayMs further milliseconds before the first token
     * @param tokenPauseMs if above 0, the answer comes token by token with this further pause between two
     * @param usageFactor multiplies the token counts that the answer tells
     */
    record Accept(Ending ending, double firstDelayMs, double tokenPauseMs, double usageFactor) implements Treatment {}

    /** How far the answer to an accepted call gets. */
    enum Ending {
        /** It is whole. */
        COMPLETE,
        /** It is broken JSON. */
        MALFORMED,
        /** The connection is closed after half of it. */
        CUT,
        /** It never begins. */
        HANG
    }

    /** Nothing out of the ordinary. */
    Accept ORDINARY = new Accept(Ending.COMPLETE, 0, 0, 1);
}
