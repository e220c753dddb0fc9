/**
 * Speaks to providers: one request, one answer, no second try. The only package that builds HTTP clients.
 *  A call runs on one event loop from its first byte to its last; the caller's virtual thread waits for the reply.
 *  Every way in which a call can fail becomes a FailureKind in FailureClassification and nowhere else.
 *  Keys come from the worker's environment or a mounted file and leave only in the Authorization header.
 */
@NullMarked
package dev.assay.workers.provider;

import org.jspecify.annotations.NullMarked;
