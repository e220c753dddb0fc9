package dev.assay.simulator.chat;

/** A reply in pieces that are due at certain times. Immutable; a piece is built when it is written. */
sealed interface Reply permits WholeReply, DrippingReply, StreamReply {

    /** Whether this is a server-sent event stream. */
    boolean streams();

    /** How many pieces there are, at least 1. */
    int pieces();

    /** When a piece is due, in milliseconds after receipt; never earlier than the piece before. */
    double dueMs(int piece);

    /** Appends a piece that is written now. */
    void write(int piece, long nowEpochMicros, StringBuilder out);
}
