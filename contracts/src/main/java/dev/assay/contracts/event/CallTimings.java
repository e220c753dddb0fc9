package dev.assay.contracts.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a call happened and how long it took, by the worker's monotonic clock.
 *
 * @param startedAt just before the request was written
 * @param firstTokenMicros from there to the first content of a streamed answer; null if not streamed
 * @param totalMicros from there to the end of the response
 * @param queuedMicros how long the task waited in the worker for a slot
 */
public record CallTimings(Instant startedAt, @Nullable Long firstTokenMicros, long totalMicros, long queuedMicros) {}
