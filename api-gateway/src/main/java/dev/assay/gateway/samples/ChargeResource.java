package dev.assay.gateway.samples;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The ledger entries of a run. */
@Path("/api/v1/runs/{id}/charges")
@Tag(name = "Results")
@Produces(MediaType.APPLICATION_JSON)
class ChargeResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final CurrentCaller current;
    private final Runs runs;
    private final Charges charges;

    ChargeResource(CurrentCaller current, Runs runs, Charges charges) {
        this.current = current;
        this.runs = runs;
        this.charges = charges;
    }

    @GET
    @Operation(
            summary = "List ledger entries",
            description =
                    "One per call that was made or may have been made, repeated ones included, in the order of the"
                            + " calls.")
    public Charges.Page list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return charges.page(
                runs.find(current.get().scope(), id),
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }
}
