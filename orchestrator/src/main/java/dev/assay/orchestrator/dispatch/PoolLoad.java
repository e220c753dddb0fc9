package dev.assay.orchestrator.dispatch;

import dev.assay.contracts.id.PoolId;
import org.jspecify.annotations.Nullable;

/**
 * A pool as it is now.
 *
 * @param inFlight tasks that are on their way to a worker or with one
 * @param concurrent how many may be; null: only the workers' slots limit it
 * @param requestsPerMinute null: no limit
 */
public record PoolLoad(
        PoolId pool,
        int inFlight,
        @Nullable Integer concurrent,
        @Nullable Long requestsPerMinute) {}
