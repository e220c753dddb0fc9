package dev.assay.gateway.intake;

import dev.assay.messaging.runtime.BrokerConfig;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/** Names the Kafka cluster that records go to; asked for once. Thread-safe. */
@Singleton
class KafkaCluster {

    private static final int PATIENCE_SECONDS = 15;

    private final BrokerConfig config;
    private volatile @Nullable String id;

    KafkaCluster(BrokerConfig config) {
        this.config = config;
    }

    /** @throws IllegalStateException if no broker answers */
    String id() {
        String known = id;
        if (known == null) {
            known = ask();
            id = known;
        }
        return known;
    }

    private String ask() {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrapServers(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                "assay-gateway");
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the cluster's name", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no broker says which cluster this is", e);
        }
    }
}
