/**
 * Takes tasks from Kafka and commits them. One thread polls: it reserves room before it asks for records, announces
 * each task, puts it in the queue for a slot, and commits what is finished, in whatever order it was.
 *  A task is in hand from the poll until its record is finished; count and bytes in hand are bounded, and at the bound
 *  the partitions are paused while polling, and with it the membership in the group, goes on.
 *  Slots are virtual threads: each takes the next queued task as soon as its last one has its answer.
 */
@NullMarked
package dev.assay.workers.intake;

import org.jspecify.annotations.NullMarked;
