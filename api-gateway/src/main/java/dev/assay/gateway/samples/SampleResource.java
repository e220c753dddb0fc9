package dev.assay.gateway.samples;

import dev.assay.contracts.run.RunDefinition;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The samples of a run. */
@Path("/api/v1/runs/{id}/samples")
@Tag(name = "Results")
@Produces(MediaType.APPLICATION_JSON)
class SampleResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 500;
    private static final Pattern PLACE = Pattern.compile("(\\d{1,4})\\.(\\d{1,9})\\.(\\d{1,9})");

    private final CurrentCaller current;
    private final Runs runs;
    private final Samples samples;

    SampleResource(CurrentCaller current, Runs runs, Samples samples) {
        this.current = current;
        this.runs = runs;
        this.samples = samples;
    }

    @GET
    @Operation(
            summary = "List samples",
            description = "Samples that have an outcome, in the order of model, item and repeat. Filters go together."
                    + " minScore and maxScore are of the metric, by default the first one.")
    public SampleView.Page list(
            @PathParam("id") String id,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("model") @Nullable String model,
            @QueryParam("category") @Nullable String category,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("minScore") @Nullable String minScore,
            @QueryParam("maxScore") @Nullable String maxScore,
            @QueryParam("q") @Nullable String q) {
        StoredRun run = runs.find(current.get().scope(), id);
        SampleFilter filter = SampleFilter.of(run, model, category, outcome, metric, minScore, maxScore, q);
        return samples.page(
                run, filter, Cursor.parse(cursor, 3), QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }

    @GET
    @Path("{sample}")
    @Operation(
            summary = "Look at a sample",
            description = "Everything that is known of it: prompt, references, whole answer, scores, attempts, cost."
                    + " A sample is named by the positions of model, item and repeat: `0.17.0`.")
    public SampleView.Detail one(@PathParam("id") String id, @PathParam("sample") String sample) {
        StoredRun run = runs.find(current.get().scope(), id);
        RunDefinition definition = run.definition();
        Matcher place = PLACE.matcher(sample);
        if (!place.matches()
                || Integer.parseInt(place.group(1)) >= definition.models().size()
                || Integer.parseInt(place.group(3))
                        >= definition.repeats() * (1 + definition.variants().size())) {
            throw Refusal.notFound("the run has no such sample; write model.item.repeat as positions, such as 0.17.0");
        }
        return samples.one(
                run,
                Integer.parseInt(place.group(1)),
                Integer.parseInt(place.group(2)),
                Integer.parseInt(place.group(3)));
    }
}
