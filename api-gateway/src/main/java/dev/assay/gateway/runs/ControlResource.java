package dev.assay.gateway.runs;

import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Body;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Pauses, resumes, cancels runs and scores them again. */
@Path("/api/v1/runs")
@Tag(name = "Runs")
@Produces(MediaType.APPLICATION_JSON)
class ControlResource {

    private static final int LONGEST_BODY = 64 * 1024;
    private static final int LONGEST_REASON = 500;

    private final CurrentCaller current;
    private final Runs runs;
    private final RunControls controls;

    ControlResource(CurrentCaller current, Runs runs, RunControls controls) {
        this.current = current;
        this.runs = runs;
        this.controls = controls;
    }

    /** Why somebody did something. */
    @Schema(name = "Reason")
    record Reason(
            @Schema(description = "For people; shown with the run.", examples = "wrong prompt") @Nullable
            String reason) {}

    /** What a run is to be scored with. */
    @Schema(name = "Rescore")
    record Rescore(
            @Schema(description = "As in a run spec.") @Nullable
            Object metrics,

            @Schema(description = "As in a run spec.") @Nullable
            Object extract) {}

    @POST
    @Path("{id}/pause")
    @Operation(summary = "Pause a run", description = "No call begins later than two seconds after that.")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response pause(@PathParam("id") String id) {
        return change(id, controls::pause);
    }

    @POST
    @Path("{id}/resume")
    @Operation(summary = "Go on with a paused run")
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response resume(@PathParam("id") String id) {
        return change(id, controls::resume);
    }

    @POST
    @Path("{id}/cancel")
    @Operation(summary = "Cancel a run", description = "What was answered keeps its scores.")
    @RequestBody(content = @Content(schema = @Schema(implementation = Reason.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response cancel(@PathParam("id") String id, InputStream body) {
        Caller caller = current.get();
        byte[] text = Body.bytes(body, LONGEST_BODY);
        String given = text.length == 0
                ? null
                : Body.json(new ByteArrayInputStream(text), Reason.class).reason();
        if (given != null && given.length() > LONGEST_REASON) {
            throw Refusal.malformed("reason", "has at most " + LONGEST_REASON + " characters");
        }
        String reason = given == null || given.isBlank() ? "cancelled by " + caller.name() : given.strip();
        return change(id, run -> controls.cancel(run, reason));
    }

    @POST
    @Path("{id}/rescore")
    @Operation(
            summary = "Score a finished run again",
            description = "With other metrics or another extraction, over the stored answers: no provider is called.")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = Rescore.class)))
    @APIResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = RunView.class)))
    public Response rescore(@PathParam("id") String id, InputStream body) {
        byte[] text = Body.bytes(body, LONGEST_BODY);
        return change(id, run -> controls.rescore(run, text));
    }

    private Response change(String id, Consumer<StoredRun> change) {
        Caller caller = current.get();
        StoredRun run = runs.find(caller.scope(), id);
        change.accept(run);
        return Response.accepted(runs.view(caller.scope(), run.id().value())).build();
    }
}
