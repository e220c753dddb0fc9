package dev.assay.workers.limits;

import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.PoolId;
import dev.assay.contracts.registry.Pool;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Decides whether a call may begin now. A pool whose registration changes gets a new guard; calls that run under the
 * old one are not counted by the new one. Thread-safe.
 */
@ApplicationScoped
public class Guards {

    private static final Logger LOG = Logger.getLogger(Guards.class);
    private static final long SAY_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<PoolId, PoolGuard> pools = new ConcurrentHashMap<>();
    private final Map<ConnectionId, ConnectionBreaker> breakers = new ConcurrentHashMap<>();
    private final WorkersConfig config;
    private final Clock clock;
    private final Ticker ticker;
    private final AtomicLong saidAt;

    public Guards(WorkersConfig config, Clock clock, Ticker ticker) {
        this.config = config;
        this.clock = clock;
        this.ticker = ticker;
        this.saidAt = new AtomicLong(ticker.nanos() - SAY_AGAIN_NANOS);
    }

    /** @param pool the pool's registration; empty if it has none, and then no limits */
    public Verdict tryBegin(Optional<Pool> pool, ConnectionId connection) {
        ConnectionBreaker breaker =
                breakers.computeIfAbsent(connection, id -> new ConnectionBreaker(id.value(), config.breaker(), clock));
        if (!breaker.tryEnter()) {
            return new Verdict.Hold("breaker", breaker.openMillis());
        }
        if (pool.isEmpty()) {
            return new Verdict.Go(breaker::ended);
        }
        PoolGuard guard = guardOf(pool.get());
        Verdict.Hold hold = guard.tryEnter();
        if (hold != null) {
            breaker.leaveUnused();
            say(hold, pool.get().id());
            return hold;
        }
        return new Verdict.Go(outcome -> {
            guard.leave();
            breaker.ended(outcome);
        });
    }

    private PoolGuard guardOf(Pool pool) {
        PoolGuard guard = pools.get(pool.id());
        return guard != null && guard.pool().equals(pool)
                ? guard
                : pools.compute(
                        pool.id(),
                        (id, current) ->
                                current != null && current.pool().equals(pool) ? current : new PoolGuard(pool, ticker));
    }

    /** The orchestrator granted more than the pool allows: worth a line, but not one per call. */
    private void say(Verdict.Hold hold, PoolId pool) {
        long now = ticker.nanos();
        long last = saidAt.get();
        if (now - last >= SAY_AGAIN_NANOS && saidAt.compareAndSet(last, now)) {
            LOG.warnf("The guard held a call back that was granted. pool=%s guard=%s", pool, hold.cause());
        }
    }
}
