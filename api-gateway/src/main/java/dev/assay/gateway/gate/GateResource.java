package dev.assay.gateway.gate;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.runs.Runs;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The gate of a run. */
@Path("/api/v1/runs/{id}/gate")
@Tag(name = "Results")
@Consumes({
    "text/yaml",
    "text/x-yaml",
    "application/yaml",
    "application/x-yaml",
    MediaType.APPLICATION_JSON,
    MediaType.TEXT_PLAIN
})
@Produces(MediaType.APPLICATION_JSON)
class GateResource {

    private final CurrentCaller current;
    private final Runs runs;
    private final Gates gates;

    GateResource(CurrentCaller current, Runs runs, Gates gates) {
        this.current = current;
        this.runs = runs;
        this.gates = gates;
    }

    @POST
    @Operation(
            summary = "Hold a run against a gate policy",
            description =
                    "Says PASS, BREACH or INSUFFICIENT of each rule, and GO, NO_GO or INCONCLUSIVE over all. The body"
                            + " is a policy, YAML or JSON. model is needed of a run with several; baseline, RUN or RUN:MODEL,"
                            + " takes the place of the policy's. A RUN that has the candidate's model means that one.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/yaml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(name = "no more than two points worse", value = PolicyText.EXAMPLE)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GateView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The run goes on.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something in the policy is wrong; each thing with its place.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public GateView decide(
            @PathParam("id") String id,
            InputStream body,
            @QueryParam("model") @Nullable String model,
            @QueryParam("baseline") @Nullable String baseline,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        // A run of another group is not there, whatever the body says.
        var unused = runs.find(current.get().scope(), id);
        return gates.decide(current.get().scope(), id, given(model), given(baseline), PolicyText.read(body, type));
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
