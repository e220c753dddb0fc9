package dev.assay.gateway.outbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Publishes what is in the outbox: at once when it is told of a record, and whatever it finds when it is asked to sweep.
 * At most four keys at a time, so that a large dataset does not hold up small runs. Thread-safe.
 */
public final class OutboxRunner implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(OutboxRunner.class);
    private static final int AT_ONCE = 4;

    private final Outbox outbox;
    private final Semaphore slots = new Semaphore(AT_ONCE);
    private final Set<String> underway = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public OutboxRunner(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Publishes the records under a key soon, on another thread. A failure is logged; the next sweep tries again. */
    public void publishSoon(String key) {
        if (!underway.add(key)) {
            // Whoever is at it looks for further records of the key before it ends, or the next sweep finds them.
            return;
        }
        try {
            threads.execute(() -> publish(key));
        } catch (RejectedExecutionException e) {
            underway.remove(key);
            LOG.debug("The gateway is stopping; the next one publishes what is left.");
        }
    }

    /** Looks for records that wait. To be called about once a second. */
    public void sweep() {
        List<String> waiting = outbox.waiting();
        waiting.forEach(this::publishSoon);
    }

    private void publish(String key) {
        try {
            slots.acquire();
            try {
                outbox.publish(key);
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf(e, "A record could not be published and is tried again. key=%s", key);
        } finally {
            underway.remove(key);
        }
    }

    /** Stops; what was not published stays in the outbox. */
    @Override
    public void close() {
        threads.shutdownNow();
    }
}
