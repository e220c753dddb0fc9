package dev.assay.gateway.live;

import dev.assay.gateway.runs.RunView;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

/** One client's stream. The emitter is bounded: a client that does not take its events fails it and is gone. */
final class Stream implements Follower.Sink {

    private final MultiEmitter<? super OutboundSseEvent> emitter;
    private final Sse sse;

    Stream(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse) {
        this.emitter = emitter;
        this.sse = sse;
    }

    @Override
    public void run(RunView view, String json) {
        var unused = emitter.emit(event("run", json));
    }

    @Override
    public void end(RunView view, String json) {
        emitter.emit(event("end", json)).complete();
    }

    @Override
    public void heartbeat() {
        var unused = emitter.emit(sse.newEventBuilder().comment("still here").build());
    }

    @Override
    public void close() {
        emitter.complete();
    }

    private OutboundSseEvent event(String name, String json) {
        return sse.newEventBuilder().name(name).data(String.class, json).build();
    }
}
