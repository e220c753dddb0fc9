/**
 * Whether the broker can be reached, said in one line when that is over and in one when it is so again. Kafka's clients
 * complain of each connection that they cannot make, several times a second, and never say that one was made: their
 * complaints tell when the broker is lost, and an acknowledged heartbeat tells that it is back. What else they warn of
 * is logged as it is.
 */
@NullMarked
package dev.assay.workers.contact;

import org.jspecify.annotations.NullMarked;
