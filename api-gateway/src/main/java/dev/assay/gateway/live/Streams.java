package dev.assay.gateway.live;

import dev.assay.gateway.access.Scope;
import dev.assay.gateway.problem.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Opens streams that hold a bounded number of events which the client has not taken. Thread-safe. */
@ApplicationScoped
class Streams {

    private static final Logger LOG = Logger.getLogger(Streams.class);

    /** More than a client that reads at all ever has waiting. */
    private static final int WAITING = 256;

    private final LiveLoop loop;
    private final Clock clock;

    Streams(LiveLoop loop, Clock clock) {
        this.loop = loop;
        this.clock = clock;
    }

    /**
     * Follows runs: what the first look finds is sent at once, what changes from then on by the loop.
     *
     * @param run the key of the only one; null: all that the scope may see
     * @param firstLook looks and sends; may read from the database
     * @throws Refusal if as many follow already as this process can serve
     */
    Multi<OutboundSseEvent> follow(Sse sse, Scope scope, @Nullable Long run, Consumer<Stream> firstLook) {
        loop.requireRoom();
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> {
                            Stream stream = new Stream(emitter, sse);
                            Follower follower = new Follower(scope, run, clock.instant(), stream);
                            // Before the first look: a change after that is told by the loop.
                            loop.runs().add(follower);
                            emitter.onTermination(() -> loop.runs().remove(follower));
                            firstLook.accept(stream);
                        },
                        WAITING)
                .onFailure()
                .invoke(failure -> LOG.warn("A live stream broke off.", failure))
                // It reads from the database, which must not hold up the event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
