package dev.assay.workers.contact;

import dev.assay.messaging.runtime.BrokerConfig;
import dev.assay.workers.Ticker;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Says when the broker is lost and when it is back, instead of what Kafka's clients say of each try in between. */
@ApplicationScoped
public class BrokerContact implements Filter {

    private static final org.jboss.logging.Logger LOG = org.jboss.logging.Logger.getLogger(BrokerContact.class);
    /** Held here: a logger that nobody holds may be collected, with its filter. */
    private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka.clients.NetworkClient");

    private final Contact contact = new Contact();
    private final BrokerConfig broker;
    private final Ticker ticker;

    BrokerContact(BrokerConfig broker, Ticker ticker) {
        this.broker = broker;
        this.ticker = ticker;
    }

    // Before all that makes clients.
    void start(@Observes @Priority(1) StartupEvent event) {
        CLIENTS.setFilter(this);
    }

    /** Leaves out what says that a connection could not be made. */
    @Override
    public boolean isLoggable(LogRecord said) {
        String message = String.valueOf(said.getMessage());
        boolean failed = message.contains(" could not be established")
                || (message.contains("Bootstrap broker ") && message.contains(" disconnected"));
        if (failed && contact.failed(ticker.nanos())) {
            LOG.warnf("The broker cannot be reached; trying again until it can. broker=%s", address());
        }
        return !failed;
    }

    /** @param sentAt when that was sent which the broker has acknowledged now */
    public void acknowledged(long sentAt) {
        if (contact.acknowledged(sentAt)) {
            LOG.infof("The broker is reached again. broker=%s", address());
        }
    }

    private String address() {
        return broker.bootstrapServers();
    }
}
