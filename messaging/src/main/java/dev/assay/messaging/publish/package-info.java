/**
 * How services speak: one idempotent producer per process, JSON records, acknowledged by all replicas.
 *  Publishing never drops and never reorders the records of one key.
 *  Where the topic allows it, events that are said at the same time share a record.
 *  A caller that must not go on before a record is durable waits for the returned stage.
 */
@NullMarked
package dev.assay.messaging.publish;

import org.jspecify.annotations.NullMarked;
