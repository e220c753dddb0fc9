package dev.assay.workers.intake;

import dev.assay.contracts.event.WorkerHeartbeat;
import dev.assay.contracts.id.IdSource;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.contact.BrokerContact;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Says at a fixed interval that this worker lives and how busy it is. A heartbeat that is lost is followed by others. */
@ApplicationScoped
class Heartbeats {

    private static final Logger LOG = Logger.getLogger(Heartbeats.class);

    private final WorkersConfig config;
    private final EventPublisher publisher;
    private final TasksInHand hand;
    private final TaskIntake intake;
    private final WorkerId worker;
    private final IdSource ids;
    private final Clock clock;
    private final BrokerContact broker;
    private final Ticker ticker;
    private @Nullable Thread thread;

    Heartbeats(
            WorkersConfig config,
            EventPublisher publisher,
            TasksInHand hand,
            TaskIntake intake,
            WorkerId worker,
            IdSource ids,
            Clock clock,
            BrokerContact broker,
            Ticker ticker) {
        this.config = config;
        this.publisher = publisher;
        this.hand = hand;
        this.intake = intake;
        this.worker = worker;
        this.ids = ids;
        this.clock = clock;
        this.broker = broker;
        this.ticker = ticker;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofVirtual().name("workers-heartbeats").start(this::beat);
        }
    }

    // After the intake, which drains first: that it drains is said by the beats in between.
    void stop(@Observes @Priority(6) ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }

    private void beat() {
        try {
            while (true) {
                boolean draining = intake.isDraining();
                send(draining);
                long end = clock.millis() + config.heartbeatInterval().toMillis();
                // A change is said at once, or nearly.
                while (clock.millis() < end && intake.isDraining() == draining) {
                    Thread.sleep(50);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(boolean draining) {
        WorkerHeartbeat beat =
                new WorkerHeartbeat(ids.nextEvent(), clock.instant(), worker, hand.slots(), hand.busySlots(), draining);
        long sentAt = ticker.nanos();
        try {
            var unused = publisher
                    .publish(Topic.WORKER_HEARTBEATS, worker.value(), beat)
                    .thenRun(() -> broker.acknowledged(sentAt));
        } catch (RuntimeException e) {
            LOG.debugf(e, "A heartbeat could not be sent.");
        }
    }
}
