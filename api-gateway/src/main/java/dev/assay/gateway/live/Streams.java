package dev.assay.gateway.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** Opens streams that hold a bounded number of events which the client has not taken. */
final class Streams {

    /** More than a client that reads at all ever has waiting. */
    private static final int WAITING = 256;

    private Streams() {}

    /** Begins to follow. */
    @FunctionalInterface
    interface Following {

        /** @return ends it */
        Runnable begin(Stream stream);
    }

    static Multi<OutboundSseEvent> open(Sse sse, Following following) {
        return Multi.createFrom()
                .<OutboundSseEvent>emitter(
                        emitter -> {
                            Runnable end = following.begin(new Stream(emitter, sse));
                            emitter.onTermination(end);
                        },
                        WAITING)
                // It reads from the database, which must not hold up the event loop.
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }
}
