package dev.assay.contracts.event;

import dev.assay.contracts.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer could not handle.
 *
 * @param record the original value, as Base64
 * @param cause for people
 */
public record DeadLetter(
        EventId eventId,
        Instant occurredAt,
        String service,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        byte[] record,
        String cause) {}
