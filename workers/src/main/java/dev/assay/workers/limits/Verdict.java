package dev.assay.workers.limits;

import dev.assay.contracts.event.Outcome;

/** Whether a call may begin. */
public sealed interface Verdict {

    /** It may. {@link #ended} has to be called exactly once when it is over. */
    interface Permit {

        void ended(Outcome outcome);
    }

    /** Now. */
    record Go(Permit permit) implements Verdict {}

    /**
     * Not now.
     *
     * @param cause for the log, such as {@code rate}
     * @param millis when it is worth to try again
     */
    record Hold(String cause, long millis) implements Verdict {}
}
