package dev.assay.gateway.live;

import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.runs.RunView;
import dev.assay.gateway.runs.Runs;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Follows all runs that the caller may see. */
@Path("/api/v1/events")
@Tag(name = "Runs")
class AllEventsResource {

    private final CurrentCaller current;
    private final Runs runs;
    private final Streams streams;
    private final Clock clock;

    AllEventsResource(CurrentCaller current, Runs runs, Streams streams, Clock clock) {
        this.current = current;
        this.runs = runs;
        this.streams = streams;
        this.clock = clock;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow all runs",
            description = "Events `run`: at first every run that goes on or ended within the last minute, then each run"
                    + " that has changed, at most twice a second. The stream does not end by itself.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunView.class)))
    public Multi<OutboundSseEvent> follow(@Context Sse sse) {
        Caller caller = current.get();
        return streams.follow(sse, caller.scope(), null, stream -> {
            for (RunView run : runs.current(caller.scope(), clock.instant())) {
                stream.run(run, LiveRuns.json(run));
            }
        });
    }
}
