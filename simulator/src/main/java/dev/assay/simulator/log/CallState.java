package dev.assay.simulator.log;

/** Where a call is. A refused call is never billed, all others are from their receipt on. */
public enum CallState {
    /** Received and billed, its answer is not yet complete. */
    OPEN,
    /** Received, billed, and its whole answer handed to the connection. */
    ANSWERED,
    /** Received and billed, but a usable answer never left: the caller went away, or the script spoilt it. */
    ABORTED,
    /** Refused with a 4xx or 5xx status, not billed. */
    FAILED
}
