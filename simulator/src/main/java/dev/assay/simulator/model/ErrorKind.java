package dev.assay.simulator.model;

/** What a scripted error does to a call. */
public enum ErrorKind {
    /** Refuses the call with an HTTP status. Nothing is generated, nothing is billed. */
    STATUS,
    /** Accepts the call and never answers; the connection stays open. Billed. */
    HANG,
    /** Closes the connection in the middle of the answer. Billed. */
    CUT,
    /** Answers with something that is not JSON. Billed. */
    MALFORMED,
    /** Waits longer before the first token, then answers as usual. Billed. */
    SLOW,
    /** Answers token by token with a pause before each. Billed. */
    DRIP,
    /** Answers as usual, but tells token counts that are multiplied. Billed by the true ones. */
    WRONG_USAGE
}
