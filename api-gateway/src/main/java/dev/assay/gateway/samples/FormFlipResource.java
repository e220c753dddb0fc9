package dev.assay.gateway.samples;

import dev.assay.contracts.run.VariantUse;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Items that score otherwise in another form. */
@Path("/api/v1/runs/{id}/flips")
@Tag(name = "Results")
@Produces(MediaType.APPLICATION_JSON)
class FormFlipResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;

    private final CurrentCaller current;
    private final Runs runs;
    private final FormFlips flips;

    FormFlipResource(CurrentCaller current, Runs runs, FormFlips flips) {
        this.current = current;
        this.runs = runs;
        this.flips = flips;
    }

    /** Which way a score goes. */
    enum Direction {
        LOWER,
        HIGHER
    }

    @GET
    @Operation(
            summary = "List flips of a form",
            description =
                    "Samples of a run with perturbations or counterfactuals whose score in the form variant is another"
                            + " than that of the item as it is, repeat by repeat, with both tasks. metric is the first one by"
                            + " default; model and direction (lower, higher) narrow the list.")
    public FormFlipView.Page list(
            @PathParam("id") String id,
            @QueryParam("variant") @Nullable String variant,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("model") @Nullable String model,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        StoredRun run = runs.find(current.get().scope(), id);
        String wanted = SampleFilter.given(model);
        return flips.page(
                run,
                new FormFlips.Wanted(
                        SampleFilter.metric(run, SampleFilter.given(metric)),
                        form(run, variant),
                        wanted == null ? null : SampleFilter.position(run, wanted),
                        QueryParameter.choice("direction", direction, Direction.class)
                                .map(way -> way == Direction.LOWER)
                                .orElse(null)),
                Cursor.parse(cursor, 3),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }

    private static int form(StoredRun run, @Nullable String variant) {
        List<String> labels =
                run.definition().variants().stream().map(VariantUse::label).toList();
        if (labels.isEmpty()) {
            throw Refusal.malformed("variant", "the run asks its items as they are only");
        }
        int place = variant == null ? -1 : labels.indexOf(variant);
        if (place < 0) {
            throw Refusal.malformed("variant", "the run has " + String.join(", ", labels));
        }
        return place;
    }
}
