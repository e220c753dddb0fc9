package dev.assay.gateway.arena;

import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.problem.Problem;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.web.Body;
import dev.assay.gateway.web.Cursor;
import dev.assay.gateway.web.QueryParameter;
import dev.assay.scoring.board.BoardSettings;
import dev.assay.scoring.board.Voter;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Makes and finds arenas, and shows their boards. */
@Path("/api/v1/arenas")
@Tag(name = "Arena")
@Produces(MediaType.APPLICATION_JSON)
class ArenaResource {

    private static final int STANDARD_PAGE = 50;
    private static final int LARGEST_PAGE = 200;

    private final CurrentCaller current;
    private final Runs runs;
    private final Arenas arenas;
    private final Boards boards;

    ArenaResource(CurrentCaller current, Runs runs, Arenas arenas, Boards boards) {
        this.current = current;
        this.runs = runs;
        this.arenas = arenas;
        this.boards = boards;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Make an arena",
            description =
                    "Its models' answers to the same items are shown in pairs. It belongs to the group of its runs;"
                            + " without runs, to yours.")
    @RequestBody(content = @Content(schema = @Schema(implementation = ArenaRequest.class)))
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ArenaView.class)))
    @APIResponse(
            responseCode = "422",
            description = "Something is wrong; each thing with its place.",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response create(InputStream body) {
        Caller caller = current.get();
        ArenaRequest.Resolved wanted = Body.json(body, ArenaRequest.class).resolve(caller, runs);
        Arena arena = arenas.create(caller, wanted.group(), wanted.name(), wanted.sides());
        return Response.status(201).entity(view(arena)).build();
    }

    @GET
    @Operation(summary = "List arenas", description = "Newest first.")
    public ArenaView.Page list(
            @QueryParam("cursor") @Nullable String cursor, @QueryParam("limit") @Nullable String limit) {
        Arenas.Page page = arenas.list(
                current.get().scope(),
                Cursor.parse(cursor, 1),
                QueryParameter.limit(limit, STANDARD_PAGE, LARGEST_PAGE));
        return new ArenaView.Page(
                page.arenas().stream().map(this::view).toList(),
                page.next().map(Cursor::text).orElse(null));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Look at an arena", description = "An arena is named by its id or the beginning of it.")
    public ArenaView get(@PathParam("id") String id) {
        return view(arenas.find(current.get().scope(), id));
    }

    private ArenaView view(Arena arena) {
        return new ArenaView(
                arena.id(),
                arena.name(),
                arena.group().value(),
                arenas.models(arena).stream().map(Arena.Model::name).toList(),
                arenas.votes(arena),
                arena.comparisons(),
                arena.createdAt());
    }

    @GET
    @Path("{id}/board")
    @Operation(
            summary = "See the board",
            description =
                    "Bradley-Terry ratings with bootstrap intervals and the ranks that these leave open, Elo, ratings"
                            + " without what style wins, who won against whom, and how far judges agree with people. What cannot"
                            + " be said is null, and undefined says which votes are missing. The same votes and parameters give"
                            + " the same answer, byte by byte.")
    public ArenaView.BoardView board(
            @PathParam("id") String id,
            @QueryParam("voters") @Nullable String voters,
            @QueryParam("anchor") @Nullable String anchor,
            @QueryParam("anchorRating") @Nullable String anchorRating,
            @QueryParam("confidence") @Nullable String confidence,
            @QueryParam("rounds") @Nullable String rounds,
            @QueryParam("seed") @Nullable String seed) {
        Arena arena = arenas.find(current.get().scope(), id);
        Optional<Voter> voter = QueryParameter.choice("voters", voters, Voter.class);
        BoardSettings settings = BoardParameters.settings(anchor, anchorRating, confidence, rounds, seed);
        return new ArenaView.BoardView(
                arena.id(), arena.name(), voter.map(Voter::word).orElse("all"), boards.of(arena, voter, settings));
    }
}
