package dev.assay.gateway.catalogue;

import dev.assay.contracts.run.Manifest;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.DatabaseFailure;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.registry.Registration;
import dev.assay.messaging.control.ControlMirror;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether runs can be submitted and looked at. Open to everybody, and says no more than that. */
@Path("/api/v1/health")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
class HealthResource {

    private static final String UP = "UP";
    private static final String DOWN = "DOWN";

    private final Database database;
    private final ControlMirror registry;
    private final Registration registration;

    HealthResource(Database database, ControlMirror registry, Registration registration) {
        this.database = database;
        this.registry = registry;
        this.registration = registration;
    }

    /** How this installation is. */
    @Schema(name = "Health")
    record Health(
            @Schema(enumeration = {UP, DOWN}) String status,

            @Schema(examples = "0.1.0") String version,

            @Schema(description = "The database, the registry (read from Kafka and brought up to date) and prices.")
            Map<String, String> services) {}

    @GET
    @SecurityRequirements
    @Operation(summary = "Is it well?", description = "Needs no key.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "Something is missing; the body says what.",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Response health() {
        Map<String, String> services = new TreeMap<>();
        services.put("database", word(databaseAnswers()));
        services.put("registry", word(registry.caughtUp() && registration.isDone()));
        services.put("prices", word(registry.activePriceBook().isPresent()));
        boolean well = !services.containsValue(DOWN);
        return Response.status(well ? 200 : 503)
                .entity(new Health(word(well), Manifest.CODE_VERSION, services))
                .build();
    }

    private static String word(boolean well) {
        return well ? UP : DOWN;
    }

    private boolean databaseAnswers() {
        try {
            return database.read(connection ->
                    Query.of("select 1").first(connection, row -> true).orElse(false));
        } catch (DatabaseFailure e) {
            return false;
        }
    }
}
