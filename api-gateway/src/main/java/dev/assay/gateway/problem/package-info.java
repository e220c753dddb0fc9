/**
 * What is said when something cannot be done: always a problem in the form of RFC 9457, whatever went wrong.
 *
 * <p>A {@link dev.assay.gateway.problem.Refusal} is thrown where the reason is known. Everything else becomes a problem in
 * the mappers here, which tell callers of this API no internals and leave the resources of other services in the same
 * process alone.
 */
@NullMarked
package dev.assay.gateway.problem;

import org.jspecify.annotations.NullMarked;
