package dev.assay.gateway.arena;

import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.runs.Runs;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.board.Voter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What judges of pairs said within a run, as a board. */
@Path("/api/v1/runs/{id}/arena")
@Tag(name = "Arena")
@Produces(MediaType.APPLICATION_JSON)
class RunBoardResource {

    private final CurrentCaller current;
    private final Runs runs;
    private final Boards boards;

    RunBoardResource(CurrentCaller current, Runs runs, Boards boards) {
        this.current = current;
        this.runs = runs;
        this.boards = boards;
    }

    @GET
    @Operation(
            summary = "See a run's board",
            description = "The models of a run rated by what its judges said of pairs of answers; see the board of an"
                    + " arena. Without such judges there are no votes.")
    public ArenaView.BoardView board(
            @PathParam("id") String id,
            @QueryParam("anchor") @Nullable String anchor,
            @QueryParam("anchorRating") @Nullable String anchorRating,
            @QueryParam("confidence") @Nullable String confidence,
            @QueryParam("rounds") @Nullable String rounds,
            @QueryParam("seed") @Nullable String seed) {
        StoredRun run = runs.find(current.get().scope(), id);
        return new ArenaView.BoardView(
                run.id().value(),
                run.name(),
                Voter.JUDGE.word(),
                boards.of(run, BoardParameters.settings(anchor, anchorRating, confidence, rounds, seed)));
    }
}
