package dev.assay.simulator.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A server of the simulator's own, if one is configured. A provider stands elsewhere: what it serves should not queue
 * behind the platform's page and API, nor go through their filters. It has one event loop.
 */
@ApplicationScoped
class OwnServer {

    private static final Logger LOG = Logger.getLogger(OwnServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int BACKLOG = 4_096;
    private static final long WITHIN_SECONDS = 10;

    private final SimulatorConfig config;
    private final SimulatorRoutes routes;
    private @Nullable Vertx vertx;

    OwnServer(SimulatorConfig config, SimulatorRoutes routes) {
        this.config = config;
        this.routes = routes;
    }

    // Before those who may call it.
    void start(@Observes @Priority(1) StartupEvent event) throws Exception {
        if (config.enabled() && config.port().isPresent()) {
            Vertx own = Vertx.vertx(new VertxOptions()
                    .setEventLoopPoolSize(1)
                    .setWorkerPoolSize(2)
                    .setInternalBlockingPoolSize(1)
                    .setUseDaemonThread(true));
            vertx = own;
            HttpServerOptions options = new HttpServerOptions()
                    .setHost(LOOPBACK)
                    .setPort(config.port().getAsInt())
                    .setAcceptBacklog(BACKLOG)
                    // Nobody opens a WebSocket here, and what would look for one sees every message.
                    .setPerMessageWebSocketCompressionSupported(false)
                    .setPerFrameWebSocketCompressionSupported(false)
                    .setMaxChunkSize(config.maxRequestBytes());
            var unused = own.createHttpServer(options)
                    .requestHandler(routes.alone(own))
                    .listen()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(WITHIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    // After the workers, whose last calls it serves.
    void stop(@Observes @Priority(1_000) ShutdownEvent event) throws InterruptedException {
        if (vertx == null) {
            return;
        }
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The simulator's own server did not close; it ends with the process.", e);
        }
    }
}
