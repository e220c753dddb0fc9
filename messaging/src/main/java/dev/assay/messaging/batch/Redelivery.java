package dev.assay.messaging.batch;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Repeats an idempotent action until it succeeds, so that an outage of a store stops consumption instead of losing
 * records: 0.1 s between tries at first, doubling up to 5 s. Ends with {@link Stopped} when the application stops.
 * Thread-safe.
 */
@ApplicationScoped
public class Redelivery {

    private static final Logger LOG = Logger.getLogger(Redelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final CountDownLatch stopping = new CountDownLatch(1);

    /** The application stopped before the action succeeded: the batch is not committed and will come again. */
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped(String what, Throwable cause) {
            super("stopped before " + what + " succeeded", cause);
        }
    }

    /**
     * Runs the action until it succeeds, on a thread of {@link RecordThreads}.
     *
     * @param what for the log: a constant
     */
    public void untilDone(String what, ThrowingAction action) {
        RecordThreads.giveWay();
        Duration pause = FIRST_PAUSE;
        for (int tries = 1; ; tries++) {
            try {
                action.run();
                if (tries > 1) {
                    LOG.infof("An action succeeded after an outage. action=%s tries=%d", what, tries);
                }
                return;
            } catch (Stopped e) {
                throw e;
            } catch (Exception e) {
                if (tries == 1 || tries % 12 == 0) {
                    LOG.warnf(e, "An action failed and is tried again. action=%s tries=%d", what, tries);
                }
                pauseOrStop(what, pause, e);
                Duration doubled = pause.multipliedBy(2);
                pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
            }
        }
    }

    private void pauseOrStop(String what, Duration pause, Exception cause) {
        try {
            if (stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Stopped(what, cause);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Stopped(what, cause);
        }
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopping.countDown();
    }
}
