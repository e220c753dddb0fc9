package dev.assay.gateway.arena;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.run.Message;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.CurrentCaller;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Body;
import dev.assay.scoring.board.Winner;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Shows battles and takes votes. Nothing that names a model leaves here before there is a vote. */
@Path("/api/v1/arenas/{id}")
@Tag(name = "Arena")
@Produces(MediaType.APPLICATION_JSON)
class BattleResource {

    private final CurrentCaller current;
    private final Database database;
    private final Arenas arenas;
    private final Battles battles;
    private final Answers answers;
    private final Ballot ballot;

    BattleResource(
            CurrentCaller current, Database database, Arenas arenas, Battles battles, Answers answers, Ballot ballot) {
        this.current = current;
        this.database = database;
        this.arenas = arenas;
        this.battles = battles;
        this.answers = answers;
        this.ballot = ballot;
    }

    /** What somebody asks for. */
    @Schema(name = "NextBattle")
    record NextRequest(
            @Schema(description = "A battle of yours that you do not want to vote on.") @Nullable
            String skip) {}

    /** Two answers, or that there are no more. */
    @Schema(name = "ArenaBattle")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BattleView(
            String arena,
            String name,

            @Schema(description = "Vote with it. Absent if there is nothing left for you.") @Nullable
            String battle,

            @Schema(description = "Until when it takes a vote.") @Nullable
            Instant expiresAt,

            @Nullable String item,

            @Schema(description = "What both models were asked; absent if they were asked differently.") @Nullable
            List<Message> prompt,

            @Nullable Side a,
            @Nullable Side b,
            Progress progress) {}

    /** An answer, without its model. */
    @Schema(name = "ArenaAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Side(
            @Schema(description = "What this model alone was asked.") @Nullable
            List<Message> prompt,

            String answer) {}

    /** How far the caller is. */
    @Schema(name = "ArenaProgress")
    record Progress(long voted, long comparisons) {}

    /** A vote. */
    @Schema(name = "ArenaVoteRequest")
    record VoteRequest(
            @Nullable String battle,

            @Schema(enumeration = {"a", "b", "tie", "both_bad"}) @Nullable
            String winner) {}

    /** What the vote told. */
    @Schema(name = "ArenaReveal")
    record Reveal(
            @Schema(description = "By it you can take the vote back.")
            long vote,

            @Schema(description = "Of the vote that counts: the first one on this battle.")
            String winner,

            String modelA,
            String modelB,

            @Schema(description = "Whether you had voted on this battle before, so that nothing changed.")
            boolean repeated,

            Progress progress) {}

    @POST
    @Path("battles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Get the next battle",
            description =
                    "Two answers to one item, in drawn order and without their models: of the models that met least,"
                            + " on an item on which they met least. Until you vote or skip, or for an hour, you get the same one.")
    @RequestBody(content = @Content(schema = @Schema(implementation = NextRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = BattleView.class)))
    public BattleView next(@PathParam("id") String id, InputStream body) {
        Caller caller = current.get();
        Arena arena = arenas.find(caller.scope(), id);
        Optional<Battles.Battle> next =
                battles.next(arena, caller, Body.json(body, NextRequest.class).skip());
        Progress progress = new Progress(battles.voted(arena, caller), arena.comparisons());
        return next.map(battle -> shown(arena, battle, progress))
                .orElse(new BattleView(arena.id(), arena.name(), null, null, null, null, null, null, progress));
    }

    private BattleView shown(Arena arena, Battles.Battle battle, Progress progress) {
        return database.read(connection -> {
            List<Arena.Model> models = Arenas.models(connection, arena);
            Answers.Answer a = answers.of(connection, arena, models, battle.modelA(), battle.item(), battle.repeatA());
            Answers.Answer b = answers.of(connection, arena, models, battle.modelB(), battle.item(), battle.repeatB());
            boolean alike = a.prompt().equals(b.prompt());
            return new BattleView(
                    arena.id(),
                    arena.name(),
                    battle.id(),
                    battle.expiresAt(),
                    a.itemId(),
                    alike ? a.prompt() : null,
                    new Side(alike ? null : a.prompt(), a.text()),
                    new Side(alike ? null : b.prompt(), b.text()),
                    progress);
        });
    }

    @POST
    @Path("votes")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Vote",
            description =
                    "Names the models then. A battle takes one vote: the same request again, or another one on the"
                            + " same battle, changes nothing and answers what the first one did.")
    @RequestBody(content = @Content(schema = @Schema(implementation = VoteRequest.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Reveal.class)))
    public Reveal vote(@PathParam("id") String id, InputStream body) {
        Caller caller = current.get();
        Arena arena = arenas.find(caller.scope(), id);
        VoteRequest request = Body.json(body, VoteRequest.class);
        String battle = request.battle();
        if (battle == null || battle.isBlank()) {
            throw Refusal.invalid(
                    Finding.at("battle", "is missing", "Get one with POST /api/v1/arenas/" + arena.id() + "/battles."));
        }
        Winner winner = Optional.ofNullable(request.winner())
                .flatMap(Winner::ofWord)
                .orElseThrow(() -> Refusal.invalid(
                        Finding.at("winner", "is none of a, b, tie and both_bad", "Write one of them.")));
        Ballot.Counted counted = ballot.vote(arena, caller, battle, winner);
        List<Arena.Model> models = arenas.models(arena);
        return new Reveal(
                counted.vote(),
                counted.winner().word(),
                Arena.name(models, counted.modelA()),
                Arena.name(models, counted.modelB()),
                counted.repeated(),
                new Progress(battles.voted(arena, caller), arena.comparisons()));
    }

    @DELETE
    @Path("votes/{vote}")
    @Operation(
            summary = "Take a vote back",
            description = "Only who gave it can. It stays in the list and counts no more; the battle can come again.")
    @APIResponse(responseCode = "204", description = "It does not count.")
    public void withdraw(@PathParam("id") String id, @PathParam("vote") String vote) {
        Caller caller = current.get();
        Arena arena = arenas.find(caller.scope(), id);
        if (!vote.matches("\\d{1,18}")) {
            throw Refusal.notFound("there is no such vote in this arena");
        }
        ballot.withdraw(arena, caller, Long.parseLong(vote));
    }
}
