package dev.assay.contracts.event;

import dev.assay.contracts.id.EventId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that a consumer could not handle, or one event of a record that holds several.
 *
 * @param key of the record
 * @param record the original value, or of several events the one that could not be read, as Base64
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
