package dev.assay.workers;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The settings of a worker. */
@ConfigMapping(prefix = "workers")
public interface WorkersConfig {

    /** Whether this process takes tasks at all. */
    @WithDefault("true")
    boolean enabled();

    /** The worker's name in events and logs; by default the host's name and something random. */
    Optional<String> id();

    /** Calls that this worker makes at once. */
    @WithDefault("512")
    int slots();

    /** Tasks that may wait for a slot or for their acknowledgement, as a share of the slots. */
    @WithDefault("1.0")
    double prefetch();

    /** Memory for tasks in hand and the answers of running calls; above it nothing is taken. */
    @WithDefault("256M")
    MemorySize byteBudget();

    /** How long running calls may go on when the worker is stopped; the rest is aborted. */
    @WithDefault("PT2M")
    Duration drainTime();

    /** How long running calls may delay that their partition moves to another worker. */
    @WithDefault("PT3S")
    Duration revokeTime();

    /** How often it is committed what is finished. */
    @WithDefault("PT0.25S")
    Duration commitInterval();

    /** How often the worker says that it lives. */
    @WithDefault("PT1S")
    Duration heartbeatInterval();

    /** How long a connection may take to be established. */
    @WithDefault("PT10S")
    Duration connectTimeout();

    /** How long an unused connection is kept; below what servers use, so that they do not close it under a request. */
    @WithDefault("PT4S")
    Duration keepAlive();

    /** How long a streamed answer may take to begin. */
    @WithDefault("PT2M")
    Duration firstTokenTimeout();

    /** How long an answer that has begun may stand still. */
    @WithDefault("PT1M")
    Duration idleTimeout();

    /** The largest headers of a response, in bytes. */
    @WithDefault("64K")
    MemorySize maxHeaders();

    /** The largest answer, in bytes of UTF-8. */
    @WithDefault("1M")
    MemorySize maxAnswer();

    /** The largest prompt, in bytes of the request's body. */
    @WithDefault("1M")
    MemorySize maxPrompt();

    /**
     * Whether providers may have loopback and private addresses. Link-local and metadata addresses are refused in any
     * case.
     */
    @WithDefault("true")
    boolean allowPrivateAddresses();

    /** When calls over a connection are held back because its provider is down. */
    Breaker breaker();

    /** A circuit breaker: counts refused connections and 5xx answers only. */
    interface Breaker {

        /** Over how many calls the share of failures is taken. */
        @WithDefault("100")
        int window();

        /** The share of failures, in percent, from which it opens. */
        @WithDefault("95")
        float failurePercent();

        /** How long it stays open before it lets some calls try. */
        @WithDefault("PT1S")
        Duration openTime();

        /** How many calls may try then. */
        @WithDefault("64")
        int probes();
    }
}
