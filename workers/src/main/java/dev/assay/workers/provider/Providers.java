package dev.assay.workers.provider;

import dev.assay.contracts.event.FailureKind;
import dev.assay.contracts.id.ConnectionId;
import dev.assay.contracts.id.WorkerId;
import dev.assay.contracts.registry.Connection;
import dev.assay.workers.Ticker;
import dev.assay.workers.WorkersConfig;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One client per connection, made when it is first used and replaced when the connection's registration changes.
 * Thread-safe.
 */
@ApplicationScoped
public class Providers {

    private static final VertxOptions ONE_LOOP = new VertxOptions()
            .setEventLoopPoolSize(1)
            .setWorkerPoolSize(1)
            .setInternalBlockingPoolSize(1)
            .setUseDaemonThread(true);

    private record Known(Connection connection, ProviderClient client) {}

    private final Map<ConnectionId, Known> clients = new ConcurrentHashMap<>();
    private final Vertx vertx;
    private final boolean ownsVertx;
    private final WorkersConfig config;
    private final ProviderKeys keys;
    private final Clock clock;
    private final Ticker ticker;

    @Inject
    Providers(WorkersConfig config, WorkerId worker, Clock clock, Ticker ticker) {
        // Calls have an event loop of their own: what else a process does neither delays them nor spoils their timings.
        this(Vertx.vertx(ONE_LOOP), true, config, worker, clock, ticker);
    }

    public Providers(Vertx vertx, WorkersConfig config, WorkerId worker, Clock clock, Ticker ticker) {
        this(vertx, false, config, worker, clock, ticker);
    }

    private Providers(
            Vertx vertx, boolean ownsVertx, WorkersConfig config, WorkerId worker, Clock clock, Ticker ticker) {
        this.ownsVertx = ownsVertx;
        this.vertx = vertx;
        this.config = config;
        this.keys = new ProviderKeys(System::getenv, worker, ticker);
        this.clock = clock;
        this.ticker = ticker;
    }

    /** Begins a call. Never throws: whatever goes wrong is in the reply. May block for a name look-up. */
    public RunningCall begin(Connection connection, CallRequest call) {
        return switch (connection.kind()) {
            case OPENAI, SIMULATOR -> clientFor(connection).begin(call);
            case UNKNOWN ->
                new ReadyCall(CallReply.notCalled(
                        FailureKind.BROKEN,
                        "this worker is too old for the protocol of connection " + connection.id()));
        };
    }

    private ProviderClient clientFor(Connection connection) {
        Known known = clients.get(connection.id());
        if (known != null && known.connection().equals(connection)) {
            return known.client();
        }
        return clients.compute(connection.id(), (id, current) -> {
                    if (current != null && current.connection().equals(connection)) {
                        return current;
                    }
                    if (current != null) {
                        current.client().retire();
                    }
                    return new Known(connection, open(connection));
                })
                .client();
    }

    private ProviderClient open(Connection connection) {
        HostAddresses addresses = new HostAddresses(
                connection.baseUrl().getHost(),
                new AddressPolicy(config.allowPrivateAddresses()),
                InetAddress::getAllByName,
                ticker);
        return new OpenAiClient(vertx, connection, config, keys, addresses, clock, ticker);
    }

    @PreDestroy
    void close() {
        clients.values().forEach(known -> known.client().retire());
        if (ownsVertx) {
            var unused = vertx.close();
        }
    }
}
