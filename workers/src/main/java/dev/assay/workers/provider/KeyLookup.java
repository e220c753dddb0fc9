package dev.assay.workers.provider;

/** The answer to the question which key a connection uses. */
sealed interface KeyLookup {

    /** This one. */
    record Found(Secret key) implements KeyLookup {}

    /** The connection uses none. */
    record NotNeeded() implements KeyLookup {}

    /** The connection says where its key is, but this worker has none there. The reason is for people. */
    record Missing(String reason) implements KeyLookup {}
}
