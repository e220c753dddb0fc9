package dev.assay.contracts.event;

import dev.assay.contracts.id.EventId;
import dev.assay.contracts.id.WorkerId;
import java.time.Instant;

/**
 * A worker lives; sent every second and when it begins or ends to drain.
 *
 * @param slots calls that it makes at once
 * @param busy slots in use
 * @param draining whether it takes no more tasks
 */
public record WorkerHeartbeat(
        EventId eventId, Instant occurredAt, WorkerId workerId, int slots, int busy, boolean draining) {}
