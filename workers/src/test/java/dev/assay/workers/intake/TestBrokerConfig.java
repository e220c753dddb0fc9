package dev.assay.workers.intake;

import dev.assay.messaging.runtime.BrokerConfig;
import dev.assay.workers.TestBroker;
import java.time.Duration;

/** How to reach the test's broker. */
record TestBrokerConfig(TestBroker broker) implements BrokerConfig {

    @Override
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    @Override
    public Duration linger() {
        return Duration.ofMillis(2);
    }

    @Override
    public Duration deliveryTimeout() {
        return Duration.ofMinutes(2);
    }

    @Override
    public String compression() {
        return "none";
    }
}
