package dev.assay.gateway.live;

import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks for changes twice a second while somebody follows. */
@ApplicationScoped
class LiveLoop {

    private static final Logger LOG = Logger.getLogger(LiveLoop.class);
    private static final long EVERY_MILLIS = 500;
    private static final int MOST_FOLLOWERS = 1_000;

    private final LiveRuns live;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("gateway-live").daemon().factory());

    LiveLoop(Runs runs, Clock clock) {
        this.live = new LiveRuns(runs, clock);
    }

    LiveRuns runs() {
        return live;
    }

    /** @throws Refusal if as many follow already as this process can serve */
    void requireRoom() {
        if (live.followers() >= MOST_FOLLOWERS) {
            throw Refusal.unavailable("too many streams are open; try again later");
        }
    }

    void start(@Observes StartupEvent event) {
        var unused = thread.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            live.look();
        } catch (RuntimeException e) {
            LOG.warn("Live streams could not be brought up to date; trying again.", e);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }
}
