package dev.assay.gateway.registry;

import dev.assay.contracts.registry.ControlRecord;
import dev.assay.contracts.topic.Topic;
import dev.assay.messaging.control.ControlMirror;
import dev.assay.messaging.publish.EventPublisher;
import dev.assay.messaging.publish.Outgoing;
import dev.assay.messaging.publish.PublishFailed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Registers the platform at start, on a thread of its own as soon as the control topic has been read. */
@ApplicationScoped
public class Registration {

    private static final Logger LOG = Logger.getLogger(Registration.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final RegistryConfig config;
    private final ControlMirror mirror;
    private final EventPublisher publisher;
    private volatile boolean done;
    private @Nullable Thread thread;

    Registration(RegistryConfig config, ControlMirror mirror, EventPublisher publisher) {
        this.config = config;
        this.mirror = mirror;
        this.publisher = publisher;
    }

    /** Whether everything is registered. */
    public boolean isDone() {
        return done;
    }

    void start(@Observes StartupEvent event) {
        if (config.simulatorEnabled() && config.simulatorUrl().isEmpty()) {
            throw new IllegalStateException("gateway.simulator-enabled needs gateway.simulator-url");
        }
        Optional<URI> simulator = config.simulatorUrl().filter(address -> config.simulatorEnabled());
        // Read here, so that a wrong file stops the start.
        List<ControlRecord> wanted = Platform.records(simulator, config.platformFile());
        thread = Thread.ofVirtual().name("gateway-registration").start(() -> register(wanted));
    }

    private void register(List<ControlRecord> wanted) {
        try {
            while (!mirror.caughtUp()) {
                Thread.sleep(LOOK_AGAIN);
            }
            while (!done) {
                try {
                    publish(RegistryChanges.between(known(), wanted));
                    done = true;
                } catch (PublishFailed | CompletionException e) {
                    LOG.warn("The registry could not be published; trying again.", e);
                    Thread.sleep(AFTER_FAILURE);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ControlRecord> known() {
        return Stream.of(mirror.connections(), mirror.pools(), mirror.models(), mirror.groups())
                .flatMap(records -> records.stream().map(ControlRecord.class::cast))
                .toList();
    }

    private void publish(RegistryChanges changes) {
        publisher.publishAll(changes.put().stream()
                .map(record -> new Outgoing(Topic.CONTROL, record.key(), record))
                .toList());
        for (String key : changes.remove()) {
            publisher.publishTombstone(Topic.CONTROL, key).toCompletableFuture().join();
        }
        if (!changes.isEmpty()) {
            LOG.infof(
                    "The registry was brought up to date. changed=%d removed=%d",
                    changes.put().size(), changes.remove().size());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
