package dev.assay.cost.price;

import dev.assay.contracts.money.PriceBook;
import dev.assay.contracts.registry.ActivePriceBook;
import dev.assay.contracts.registry.Connection;
import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.registry.RegisteredModel;
import dev.assay.contracts.topic.Topic;
import dev.assay.cost.CostConfig;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the price book in step with the registry, on one thread of its own: once the control topic has been read, then
 * after each change of a model or a connection, collected over the settle time, and now and then for good measure. The
 * active version is published whenever the control topic lacks it. A failure is logged and tried again.
 */
@ApplicationScoped
public class PriceBookKeeper {

    private static final Logger LOG = Logger.getLogger(PriceBookKeeper.class);
    private static final Duration LOOK_FOR_REGISTRY = Duration.ofMillis(50);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("cost-price-book").daemon().factory());
    private final AtomicBoolean refreshPending = new AtomicBoolean();
    private final ControlMirror mirror;
    private final PriceBooks books;
    private final PriceFiles files;
    private final EventPublisher publisher;
    private final CostConfig config;
    private volatile boolean started;
    private volatile boolean inStep;
    private volatile boolean stopping;
    private @Nullable AutoCloseable subscription;

    PriceBookKeeper(
            ControlMirror mirror, PriceBooks books, PriceFiles files, EventPublisher publisher, CostConfig config) {
        this.mirror = mirror;
        this.books = books;
        this.files = files;
        this.publisher = publisher;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        subscription = mirror.onChange(this::changed);
        schedule(Duration.ZERO, this::begin);
    }

    private void changed(ControlRecord record) {
        boolean matters = record instanceof RegisteredModel || record instanceof Connection;
        if (matters && started && refreshPending.compareAndSet(false, true)) {
            inStep = false;
            schedule(config.priceBook().settleTime(), this::refreshOrTryAgain);
        }
    }

    private void begin() {
        if (!mirror.caughtUp()) {
            schedule(LOOK_FOR_REGISTRY, this::begin);
            return;
        }
        try {
            files.install();
            started = true;
            refreshOrTryAgain();
            scheduleCheck();
        } catch (RuntimeException e) {
            LOG.warn("Prices could not be installed at start; trying again.", e);
            schedule(AFTER_FAILURE, this::begin);
        }
    }

    private void scheduleCheck() {
        schedule(config.priceBook().checkEvery(), () -> {
            refreshOrTryAgain();
            scheduleCheck();
        });
    }

    private void refreshOrTryAgain() {
        refreshPending.set(false);
        try {
            refresh();
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.warn("The price book could not be brought up to date; trying again.", e);
                refreshPending.set(true);
                schedule(AFTER_FAILURE, this::refreshOrTryAgain);
            }
        }
    }

    /**
     * Brings the book up to date now and publishes it if control lacks it. Safe to call from any thread.
     *
     * @return the version in force; empty if no model was ever registered
     */
    synchronized Optional<PricedBook> refresh() {
        Optional<PricedBook> active = books.refresh(Registry.of(mirror));
        active.map(PricedBook::published).ifPresent(this::publishIfMissing);
        inStep = !refreshPending.get();
        return active;
    }

    private void publishIfMissing(PriceBook book) {
        if (!mirror.priceBook(book.version()).equals(Optional.of(book))) {
            ActivePriceBook active = new ActivePriceBook(book);
            publisher.publishAll(List.of(new Outgoing(Topic.CONTROL, active.key(), active)));
            LOG.infof(
                    "The price book is in force. priceBook=%s models=%d",
                    book.version(), book.prices().size());
        }
    }

    /** Whether the active book says what the registry says, as far as this process knows. */
    boolean inStep() {
        return inStep;
    }

    private void schedule(Duration after, Runnable task) {
        if (!stopping) {
            var unused = executor.schedule(task, after.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop(@Observes ShutdownEvent event) throws Exception {
        stopping = true;
        if (subscription != null) {
            subscription.close();
        }
        executor.shutdownNow();
    }
}
