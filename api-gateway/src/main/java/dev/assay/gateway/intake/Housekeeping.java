package dev.assay.gateway.intake;

import dev.assay.gateway.datasets.Datasets;
import dev.assay.gateway.outbox.OutboxRunner;
import dev.assay.gateway.report.Completion;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Finishes what a crash left undone: commands that were not published, runs that are complete, uploads that broke off. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private final Completion completion;
    private final OutboxRunner outbox;
    private final Datasets datasets;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateway-housekeeping").daemon().factory());

    Housekeeping(Completion completion, OutboxRunner outbox, Datasets datasets) {
        this.completion = completion;
        this.outbox = outbox;
        this.datasets = datasets;
    }

    void start(@Observes StartupEvent event) {
        every(1, TimeUnit.SECONDS, outbox::sweep);
        every(1, TimeUnit.SECONDS, completion::sweep);
        every(10, TimeUnit.MINUTES, () -> {
            int deleted = datasets.deleteLeftBehind();
            if (deleted > 0) {
                LOG.infof("Uploads that had broken off were deleted. count=%d", deleted);
            }
        });
    }

    private void every(long period, TimeUnit unit, Runnable work) {
        var unused = thread.scheduleWithFixedDelay(() -> safely(work), period, period, unit);
    }

    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Regular work failed and is tried again.", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}
