/**
 * One attempt, step by step: announced, checked, guarded, called, reported. An attempt that could not begin is given
 * back; one that began has an outcome.
 *  The outcome is durable before the attempt counts as settled, and the attempt is settled before its record counts as
 *  finished: a crash anywhere in between repeats work, and loses none.
 *  What may be done is decided by pure functions; AttemptRunner does it.
 */
@NullMarked
package dev.assay.workers.attempt;

import org.jspecify.annotations.NullMarked;
