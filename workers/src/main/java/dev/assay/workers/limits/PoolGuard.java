package dev.assay.workers.limits;

import dev.assay.contracts.registry.Pool;
import dev.assay.workers.Ticker;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The rate and the concurrency of one pool, as far as they are limited. Never waits. Thread-safe. */
final class PoolGuard {

    private static final long BULKHEAD_HOLD_MILLIS = 100;

    private final Pool pool;
    private final @Nullable Bulkhead bulkhead;
    private final @Nullable RateLimiter limiter;
    private final long cycleMillis;

    PoolGuard(Pool pool, Ticker ticker) {
        this.pool = pool;
        String name = pool.id().value();
        this.bulkhead = pool.concurrent() == null
                ? null
                : Bulkhead.of(
                        name,
                        BulkheadConfig.custom()
                                .maxConcurrentCalls(pool.concurrent())
                                .maxWaitDuration(Duration.ZERO)
                                .build());
        if (pool.requestsPerMinute() == null) {
            this.limiter = null;
            this.cycleMillis = 0;
        } else {
            GuardRate rate = GuardRate.perMinute(pool.requestsPerMinute());
            this.limiter = RateLimiter.of(
                    name,
                    RateLimiterConfig.custom()
                            .limitForPeriod(rate.calls())
                            .limitRefreshPeriod(rate.cycle())
                            .timeoutDuration(Duration.ZERO)
                            .build(),
                    ticker::nanos);
            this.cycleMillis = Math.max(1, rate.cycle().toMillis());
        }
    }

    /** The registration that it guards. */
    Pool pool() {
        return pool;
    }

    /** Null if the call may begin; {@link #leave} has to follow then. */
    Verdict.@Nullable Hold tryEnter() {
        if (bulkhead != null && !bulkhead.tryAcquirePermission()) {
            return new Verdict.Hold("bulkhead", BULKHEAD_HOLD_MILLIS);
        }
        // Last, because a begun call cannot be given back to the rate.
        if (limiter != null && !limiter.acquirePermission()) {
            if (bulkhead != null) {
                bulkhead.releasePermission();
            }
            return new Verdict.Hold("rate", cycleMillis);
        }
        return null;
    }

    void leave() {
        if (bulkhead != null) {
            bulkhead.onComplete();
        }
    }
}
