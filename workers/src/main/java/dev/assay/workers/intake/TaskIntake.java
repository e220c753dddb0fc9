package dev.assay.workers.intake;

import dev.assay.contracts.event.PromptTask;
import dev.assay.messaging.batch.EventDecoder;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import dev.assay.workers.attempt.AttemptRunner;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Starts taking tasks when the application does, and drains when it stops: nothing more is taken, queued tasks go back,
 * running calls may end, the rest is broken off without an outcome, what is finished is committed, and the worker
 * leaves the group.
 */
@ApplicationScoped
class TaskIntake {

    private static final Logger LOG = Logger.getLogger(TaskIntake.class);
    private static final String SERVICE = "workers";
    private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(25);
    /** For what was reported to be acknowledged, and then to leave the group. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final WorkersConfig config;
    private final ConsumerFactory consumers;
    private final TaskDecoder decoder;
    private final BooleanSupplier controlIsKnown;
    private final TasksInHand hand;
    private final AttemptRunner runner;
    private final Ticker ticker;
    private volatile boolean draining;
    private volatile boolean stopping;
    private volatile @Nullable PollLoop loop;
    private @Nullable Thread thread;

    @Inject
    TaskIntake(
            WorkersConfig config,
            TaskConsumers consumers,
            EventDecoder decoder,
            ControlMirror control,
            TasksInHand hand,
            AttemptRunner runner,
            Ticker ticker) {
        this(
                config,
                consumers,
                records -> decoder.decode(records, PromptTask.class, SERVICE),
                control::caughtUp,
                hand,
                runner,
                ticker);
    }

    TaskIntake(
            WorkersConfig config,
            ConsumerFactory consumers,
            TaskDecoder decoder,
            BooleanSupplier controlIsKnown,
            TasksInHand hand,
            AttemptRunner runner,
            Ticker ticker) {
        this.config = config;
        this.consumers = consumers;
        this.decoder = decoder;
        this.controlIsKnown = controlIsKnown;
        this.hand = hand;
        this.runner = runner;
        this.ticker = ticker;
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            start();
        }
    }

    // Before all others: running calls still need the publisher and the control mirror.
    void stop(@Observes @Priority(5) ShutdownEvent event) throws InterruptedException {
        drain();
    }

    void start() {
        thread = Thread.ofPlatform().name("workers-intake").daemon().start(this::work);
    }

    boolean isDraining() {
        return draining;
    }

    /** Whether it takes tasks, or would if there were any. */
    boolean isReady() {
        PollLoop current = loop;
        return !draining && current != null && current.isMember() && controlIsKnown.getAsBoolean();
    }

    private void work() {
        while (!stopping && !controlIsKnown.getAsBoolean()) {
            pause(LOOK);
        }
        while (!stopping) {
            try {
                PollLoop current = new PollLoop(consumers.create(hand.batch()), decoder, hand, config, ticker);
                loop = current;
                if (draining) {
                    current.stopTaking();
                }
                if (stopping) {
                    current.stop();
                }
                current.run();
            } catch (RuntimeException e) {
                LOG.error("Taking tasks failed; beginning anew.", e);
                pause(RESTART_PAUSE);
            }
        }
    }

    /** Ends everything that this worker does, in order. Returns when it has left the group. */
    void drain() throws InterruptedException {
        Thread working = thread;
        if (working == null || stopping) {
            return;
        }
        LOG.infof("Draining. inHand=%d busy=%d", hand.room().tasks(), hand.busySlots());
        draining = true;
        runner.leave();
        PollLoop current = loop;
        if (current != null) {
            current.stopTaking();
        }
        awaitEmptyHand(config.drainTime());
        runner.abandon();
        awaitEmptyHand(LAST_WORDS);
        stopping = true;
        current = loop;
        if (current != null) {
            current.stop();
        }
        if (!working.join(LAST_WORDS)) {
            LOG.warn("The worker could not leave its group in time.");
        }
        LOG.infof("Drained. unfinished=%d", hand.room().tasks());
    }

    private void awaitEmptyHand(Duration atMost) throws InterruptedException {
        long from = ticker.nanos();
        while (hand.room().tasks() > 0 && ticker.nanos() - from < atMost.toNanos()) {
            // Again and again: a poll that was under way may have brought some more.
            hand.giveBackQueued(held -> true);
            Thread.sleep(LOOK);
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
