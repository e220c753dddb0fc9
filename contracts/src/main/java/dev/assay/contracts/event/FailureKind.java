package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why a call did not give an answer: a closed list, with one answer each to "again?". */
public enum FailureKind {
    /** 429: the provider's quota is used up. */
    RATE_LIMITED(Again.LATER),
    /** 503 or the like: the provider asks for patience. */
    OVERLOADED(Again.LATER),
    /** Another 5xx. */
    PROVIDER_ERROR(Again.LATER),
    /** No connection, or it broke before the first byte. */
    CONNECT(Again.LATER),
    /** The first token did not come in time. */
    TIMEOUT_FIRST_TOKEN(Again.LATER),
    /** The stream stood still for too long. */
    TIMEOUT_IDLE(Again.LATER),
    /** The attempt's hard deadline passed. */
    DEADLINE(Again.LATER),
    /** The stream ended before the answer did. */
    CUT_STREAM(Again.LATER),
    /** The response could not be understood. */
    MALFORMED(Again.LATER),
    /** 401 or 403, no key, or no such connection: every call would fail, so the run stops. */
    AUTH(Again.STOP_RUN),
    /** The provider does not do, or not honestly, what every call of the run needs, so the run stops. */
    UNSUITABLE(Again.STOP_RUN),
    /** 404: no such model or address. */
    NOT_FOUND(Again.NEVER),
    /** Another 4xx. */
    BAD_REQUEST(Again.NEVER),
    /** The prompt does not fit the model. */
    CONTEXT_TOO_LONG(Again.NEVER),
    /** The provider's filter blocked prompt or answer. */
    CONTENT_BLOCKED(Again.NEVER),
    /** The answer or the prompt is larger than we carry. */
    TOO_LARGE(Again.NEVER),
    /** No money left. */
    BUDGET(Again.NEVER),
    /** Somebody cancelled the run. */
    CANCELLED(Again.NEVER),
    /** A defect of ours. */
    BROKEN(Again.NEVER),
    /** Written by a newer version. */
    @JsonEnumDefaultValue
    UNKNOWN(Again.NEVER);

    /** Whether the same call may be tried again. */
    public enum Again {
        /** Yes, after a pause. */
        LATER,
        /** No: the same would happen. */
        NEVER,
        /** No, and neither any other call of the run. */
        STOP_RUN
    }

    private final Again again;

    FailureKind(Again again) {
        this.again = again;
    }

    public Again again() {
        return again;
    }

    public boolean mayTryAgain() {
        return again == Again.LATER;
    }
}
