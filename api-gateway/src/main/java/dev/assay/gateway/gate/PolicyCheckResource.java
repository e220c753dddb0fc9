package dev.assay.gateway.gate;

import dev.assay.contracts.spec.GateSpec;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Checks policies. */
@Path("/api/v1/gates/check")
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
class PolicyCheckResource {

    @POST
    @Operation(
            summary = "Check a gate policy",
            description = "Before a run is paid for: the policy as it was understood, or what is wrong with it.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/yaml",
                            schema = @Schema(type = SchemaType.STRING),
                            examples =
                                    @ExampleObject(name = "no more than two points worse", value = PolicyText.EXAMPLE)))
    public GateSpec check(InputStream body, @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type) {
        return PolicyText.read(body, type).policy();
    }
}
