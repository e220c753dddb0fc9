package dev.assay.messaging.runtime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;

/** How this process reaches Kafka. */
@ConfigMapping(prefix = "kafka")
public interface BrokerConfig {

    /** Brokers, as host:port with commas. */
    @WithName("bootstrap.servers")
    @WithDefault("localhost:9092")
    String bootstrapServers();

    /** How long a record may wait for others, so that they travel together. */
    @WithName("publisher.linger")
    @WithDefault("5ms")
    Duration linger();

    /** How records are compressed on their way and at rest: none, lz4, zstd, snappy or gzip. */
    @WithName("publisher.compression")
    @WithDefault("zstd")
    String compression();

    /** How long a record is tried to be delivered before publishing fails. */
    @WithName("publisher.delivery-timeout")
    @WithDefault("PT2M")
    Duration deliveryTimeout();
}
