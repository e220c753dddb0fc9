package dev.assay.gateway.live;

import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.runs.RunView;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Follows one run. */
@Path("/api/v1/runs/{id}/events")
@Tag(name = "Runs")
class RunEventsResource {

    private final CurrentCaller current;
    private final Runs runs;
    private final Streams streams;

    RunEventsResource(CurrentCaller current, Runs runs, Streams streams) {
        this.current = current;
        this.runs = runs;
        this.streams = streams;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Follow a run",
            description = "Events `run`: the run as it stands, at once and then at most twice a second when it has"
                    + " changed. Event `end`: the run as it ended, the last one.")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = RunView.class)))
    public Multi<OutboundSseEvent> follow(@PathParam("id") String id, @Context Sse sse) {
        Caller caller = current.get();
        StoredRun run = runs.find(caller.scope(), id);
        return streams.follow(sse, caller.scope(), run.key(), stream -> {
            RunView now = runs.view(caller.scope(), run.id().value());
            String json = LiveRuns.json(now);
            stream.run(now, json);
            if (now.state().isFinal()) {
                stream.end(now, json);
            }
        });
    }
}
