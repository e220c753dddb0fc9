package dev.assay.simulator.limit;

import java.util.Optional;

/** Whether a call may be made now, with what the rate headers tell about it. */
public sealed interface Verdict {

    /** The state of the account, empty where it is not counted or not told. */
    Optional<RateState> state();

    /** The call may be made; its permit must be returned once when it ended. */
    record Admitted(Optional<RateState> state) implements Verdict {}

    /**
     * The call is refused with status 429 and used nothing up.
     *
     * @param what {@code requests}, {@code tokens} or {@code concurrent}
     * @param retryAfterMicros when the same call would be admitted if no other came; at least 1
     */
    record Refused(String what, long retryAfterMicros, Optional<RateState> state) implements Verdict {}
}
