package dev.assay.gateway.report;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.runs.Runs;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The report of a run. */
@Path("/api/v1/runs/{id}/report")
@Tag(name = "Results")
class ReportResource {

    private final CurrentCaller current;
    private final Runs runs;
    private final Reports reports;

    ReportResource(CurrentCaller current, Runs runs, Reports reports) {
        this.current = current;
        this.runs = runs;
        this.reports = reports;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Read the report",
            description =
                    "Leaderboard, categories, cost, failures and timing; while the run goes on, of what is known so"
                            + " far. Everything but run and timing is the same, byte for byte, for two runs of one manifest.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Report.class)))
    public String report(@PathParam("id") String id) {
        return reports.of(runs.find(current.get().scope(), id));
    }
}
