package dev.assay.simulator.chat;

import dev.assay.simulator.fault.Treatment.Ending;
import dev.assay.simulator.limit.RateState;
import dev.assay.simulator.log.CallEntry;
import java.util.Optional;

/** What is to be done with a well-formed call. */
sealed interface CallPlan {

    /** For the log. */
    CallEntry entry();

    /** For the rate headers, if there are to be any. */
    Optional<RateState> rate();

    /**
     * Refuse it.
     *
     * @param retryAfterMicros for the headers, 0 = none
     */
    record Refuse(CallEntry entry, Refusal refusal, Optional<RateState> rate, long retryAfterMicros)
            implements CallPlan {}

    /**
     * Answer it.
     *
     * @param id names the completion
     * @param permit must be run once when the call ended, however it ended
     */
    record Serve(CallEntry entry, String id, Reply reply, Ending ending, Optional<RateState> rate, Runnable permit)
            implements CallPlan {}
}
