/**
 * What was decided in a transaction and has to reach the broker: a transactional outbox.
 *
 * <p>A row is written beside the rows that it speaks of, and goes away when the broker has acknowledged its record. So a
 * process may die at any point in between: another one, or the same one later, publishes what is left. A record may be
 * published twice; its readers know it by its key. The chunks of a dataset go before the first command that needs them.
 */
@NullMarked
package dev.assay.gateway.outbox;

import org.jspecify.annotations.NullMarked;
