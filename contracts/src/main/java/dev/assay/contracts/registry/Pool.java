package dev.assay.contracts.registry;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider account's quota. A null limit means: none known.
 *
 * @param connections whose calls it counts; a connection belongs to one pool
 * @param requestsPerMinute calls begun per minute, at least 1
 * @param tokensPerMinute prompt and requested output tokens per minute, at least 1
 * @param concurrent calls in flight, at least 1
 */
public record Pool(
        PoolId id,
        List<ConnectionId> connections,
        @Nullable Long requestsPerMinute,
        @Nullable Long tokensPerMinute,
        @Nullable Integer concurrent)
        implements ControlRecord {

    public Pool {
        connections = List.copyOf(connections);
        if (connections.isEmpty()) {
            throw new IllegalArgumentException("a pool names at least one connection");
        }
        requirePositive("requestsPerMinute", requestsPerMinute);
        requirePositive("tokensPerMinute", tokensPerMinute);
        requirePositive("concurrent", concurrent == null ? null : concurrent.longValue());
    }

    private static void requirePositive(String what, @Nullable Long value) {
        if (value != null && value < 1) {
            throw new IllegalArgumentException(what + " is at least 1, but is " + value);
        }
    }

    @Override
    public String key() {
        return "pool/" + id;
    }
}
