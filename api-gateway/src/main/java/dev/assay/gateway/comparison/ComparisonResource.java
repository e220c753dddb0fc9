package dev.assay.gateway.comparison;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Comparisons of runs and models on the items that they share. */
@Path("/api/v1/comparisons")
@Tag(name = "Results")
@Produces(MediaType.APPLICATION_JSON)
class ComparisonResource {

    private static final int STANDARD_PAGE = 20;
    private static final int LARGEST_PAGE = 200;

    private final CurrentCaller current;
    private final Sides sides;
    private final Comparisons comparisons;
    private final Flips flips;

    ComparisonResource(CurrentCaller current, Sides sides, Comparisons comparisons, Flips flips) {
        this.current = current;
        this.sides = sides;
        this.comparisons = comparisons;
        this.flips = flips;
    }

    @GET
    @Operation(
            summary = "Compare runs and models",
            description =
                    "Paired differences on the items that the sides share, with interval, p-values corrected for"
                            + " their number, and flips. Items are paired by id and content; an item's repeats are folded first."
                            + " A side is RUN or RUN:MODEL; a run alone stands for all its models. A run is named as elsewhere.")
    @Parameter(
            name = "byCategory",
            in = ParameterIn.QUERY,
            description = "Whether to compare by category too.",
            schema = @Schema(type = SchemaType.BOOLEAN))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(
            responseCode = "409",
            description = "The sides share too few items, or no score.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "A parameter is wrong; the problem names it.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public ComparisonView compare(
            @Parameter(description = "RUN or RUN:MODEL; repeat it for each side.") @QueryParam("side")
                    List<String> written,
            @Parameter(
                            description = "The side that others are compared with; by default the first. A model's name"
                                    + " is enough if one side alone has it.")
                    @QueryParam("baseline")
                    @Nullable
                    String baseline,
            @Parameter(description = "By default the first score that all sides have.") @QueryParam("metric") @Nullable
                    String metric,
            @Parameter(description = "holm, or bh after Benjamini and Hochberg.") @QueryParam("correction") @Nullable
                    String correction,
            @Parameter(description = "baseline, or all: every pair of sides.") @QueryParam("pairs") @Nullable
                    String pairs,
            @QueryParam("confidence") @Nullable String confidence,
            @Parameter(description = "A field of the items; those with the same value do not count as independent.")
                    @QueryParam("cluster")
                    @Nullable
                    String cluster,
            @Parameter(description = "Cross-validates the choice of the best side over so many folds.")
                    @QueryParam("folds")
                    @Nullable
                    String folds,
            @Parameter(description = "category: each has its share in every fold.") @QueryParam("stratify") @Nullable
                    String stratify,
            @Parameter(description = "A field of the items; those with the same value stay in one fold.")
                    @QueryParam("group")
                    @Nullable
                    String group,
            @Parameter(description = "Of the order in which items are parted; by default 1.")
                    @QueryParam("seed")
                    @Nullable
                    String seed,
            @Context UriInfo uri) {
        ComparisonQuery query = ComparisonQuery.of(
                metric,
                correction,
                pairs,
                QueryParameter.flag("byCategory", uri),
                confidence,
                cluster,
                ComparisonQuery.folds(folds, stratify, group, seed));
        return comparisons.compare(sides.of(current.get().scope(), written, baseline), query);
    }

    @GET
    @Path("flips")
    @Operation(
            summary = "List items on which two sides differ",
            description = "With both answers, in the order of the baseline's items. direction is improved or worsened.")
    public FlipView.Page flips(
            @QueryParam("candidate") @Nullable String candidate,
            @QueryParam("baseline") @Nullable String baseline,
            @QueryParam("metric") @Nullable String metric,
            @QueryParam("direction") @Nullable String direction,
            @QueryParam("category") @Nullable String category,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable String limit) {
        Scope scope = current.get().scope();
        Side ours = sides.one(scope, "candidate", required("candidate", candidate));
        Side theirs = sides.one(scope, "baseline", required("baseline", baseline));
        if (ours.isSame(theirs)) {
            throw Sides.refused("candidate", "is the baseline itself", "Name another run or model.");
        }
        Flips.Filter filter = new Flips.Filter(
                ComparisonQuery.given(metric),
                improved(ComparisonQuery.given(direction)),
                ComparisonQuery.given(category));
        return flips.page(
                ours,
                theirs,
                filter,
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
    }

    private static String required(String name, @Nullable String text) {
        String given = ComparisonQuery.given(text);
        if (given == null) {
            throw Sides.refused(name, "is missing", "Write RUN or RUN:MODEL.");
        }
        return given;
    }

    private static @Nullable Boolean improved(@Nullable String direction) {
        return switch (direction) {
            case null -> null;
            case "improved" -> true;
            case "worsened" -> false;
            default ->
                throw Sides.refused("direction", "must be improved or worsened", "Leave it out for both directions.");
        };
    }
}
