/**
 * The guard in front of providers: a rate limiter and a bulkhead per pool, a circuit breaker per connection.
 *  It is the guard, not the brain: the orchestrator grants no more than fits, so a guard that holds a call back means
 *  that something is wrong, and the call is given back instead of waiting in a slot.
 */
@NullMarked
package dev.assay.workers.limits;

import org.jspecify.annotations.NullMarked;
