package dev.assay.orchestrator.loop;

import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.run.Manifest;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.orchestrator.dataset.DatasetStore;
import dev.assay.orchestrator.plan.SampleSource;
import dev.assay.orchestrator.run.LiveWorkers;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the loop for as long as this process leads; else waits for the leader's lock. Any failure ends the term, and
 * the next one begins from what is stored.
 */
@ApplicationScoped
class Leadership {

    private static final Logger LOG = Logger.getLogger(Leadership.class);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final AgroalDataSource dataSource;
    private final Inbox inbox;
    private final EventPublisher publisher;
    private final ControlMirror control;
    private final SampleSource samples;
    private final DatasetStore datasets;
    private final OrchestratorConfig config;
    private final IdSource ids;
    private final Clock clock;
    private final LiveWorkers workers = new LiveWorkers();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile boolean leading;
    private @Nullable Thread thread;

    Leadership(
            @DataSource("orchestrator") AgroalDataSource dataSource,
            Inbox inbox,
            EventPublisher publisher,
            ControlMirror control,
            SampleSource samples,
            DatasetStore datasets,
            OrchestratorConfig config,
            IdSource ids,
            Clock clock) {
        this.dataSource = dataSource;
        this.inbox = inbox;
        this.publisher = publisher;
        this.control = control;
        this.samples = samples;
        this.datasets = datasets;
        this.config = config;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether this process orchestrates now. */
    boolean leading() {
        return leading;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        thread = Thread.ofPlatform().name("orchestrator-loop").daemon().start(this::terms);
    }

    private void terms() {
        try {
            while (!stopping.await(0, TimeUnit.MILLISECONDS)) {
                try (StateStore store = new StateStore(dataSource.getConnection())) {
                    if (control.caughtUp() && store.tryLead()) {
                        lead(store);
                    }
                } catch (SQLException | RuntimeException e) {
                    LOG.warn("The orchestration was interrupted and begins anew from what is stored.", e);
                } finally {
                    leading = false;
                }
                if (stopping.await(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lead(StateStore store) throws SQLException, InterruptedException {
        Coordinator coordinator = new Coordinator(
                store,
                inbox,
                workers,
                publisher,
                control,
                samples,
                datasets,
                config,
                ids,
                clock,
                Manifest.CODE_VERSION);
        coordinator.begin();
        leading = true;
        LOG.info("This process orchestrates.");
        while (stopping.getCount() > 0) {
            coordinator.turn();
        }
    }

    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(STOP_WITHIN);
        }
        inbox.close();
    }
}
