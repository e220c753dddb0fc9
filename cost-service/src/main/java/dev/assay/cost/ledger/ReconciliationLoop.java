package dev.assay.cost.ledger;

import dev.assay.cost.CostConfig;
import dev.assay.messaging.control.ControlMirror;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets the ledger ask providers about calls in doubt, and look for runs that a crash kept from being announced. */
@ApplicationScoped
class ReconciliationLoop {

    private static final Logger LOG = Logger.getLogger(ReconciliationLoop.class);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cost-reconciliation").daemon().factory());
    private final Ledger ledger;
    private final ControlMirror mirror;
    private final long everyMillis;
    private boolean failing;

    ReconciliationLoop(Ledger ledger, ControlMirror mirror, CostConfig config) {
        this.ledger = ledger;
        this.mirror = mirror;
        this.everyMillis = config.reconciliation().every().toMillis();
    }

    void start(@Observes StartupEvent event) {
        var unused = executor.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            // Before that the connections are not known, and asking would only use up tries.
            while (mirror.caughtUp() && ledger.reconciler().round() > 0) {
                // There may be more.
            }
            ledger.completion().announceAll();
            failing = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            if (!failing && !executor.isShutdown()) {
                LOG.warn("Calls could not be reconciled; trying again.", e);
            }
            failing = true;
        }
    }

    void stop(@Observes ShutdownEvent event) {
        executor.shutdownNow();
    }
}
