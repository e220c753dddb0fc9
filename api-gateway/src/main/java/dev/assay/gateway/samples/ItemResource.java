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

/** The items of a run. */
@Path("/api/v1/runs/{id}/items")
@Tag(name = "Results")
@Produces(MediaType.APPLICATION_JSON)
class ItemResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final CurrentCaller current;
    private final Runs runs;
    private final Items items;

    ItemResource(CurrentCaller current, Runs runs, Items items) {
        this.current = current;
        this.runs = runs;
        this.items = items;
    }

    @GET
    @Operation(
            summary = "List items",
            description =
                    "The items of the run's dataset that have an outcome, in the dataset's order, with all their"
                            + " fields and the text that the prompt shows of them: what to look for where models may have seen it.")
    public ItemView.Page list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        return items.page(
                runs.find(current.get().scope(), id),
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }
}
