package dev.assay.gateway.arena;

import dev.assay.gateway.access.Caller;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.problem.Refusal;
import dev.assay.scoring.board.AnswerStyle;
import dev.assay.scoring.board.Voter;
import dev.assay.scoring.board.Winner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes votes of people on battles, and takes them back. A battle has at most one vote, the first; voting again answers
 * what the first did and changes nothing. Thread-safe.
 */
final class Ballot {

    private static final String OF_BATTLE = """
            select vote_key, winner, model_a, model_b from arena_vote
            where battle_id = ? and arena_key = ? and voted_by = ?
            """;

    private static final String INSERT = """
            insert into arena_vote (arena_key, battle_id, voter, voted_by, voted_at, question, item, model_a, model_b,
                winner, length_a, headings_a, lists_a, bold_a, length_b, headings_b, lists_b, bold_b)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning vote_key
            """;

    private final Database database;
    private final Answers answers;
    private final Clock clock;

    Ballot(Database database, Answers answers, Clock clock) {
        this.database = database;
        this.answers = answers;
        this.clock = clock;
    }

    /**
     * What became of a vote.
     *
     * @param winner of the vote that stands, which may be an earlier one
     * @param repeated whether there was a vote before, and this one changed nothing
     */
    record Counted(long vote, Winner winner, int modelA, int modelB, boolean repeated) {}

    /** @throws Refusal if the battle is not the voter's, has expired or was skipped */
    Counted vote(Arena arena, Caller voter, String battle, Winner winner) {
        return database.write(connection -> {
            Optional<Counted> before = before(connection, arena, voter, battle);
            if (before.isPresent()) {
                return before.get();
            }
            // The arena's row is locked before the battle's, as where battles are drawn.
            changed(connection, arena);
            Battles.Battle shown = Battles.find(connection, arena, voter, battle);
            if (shown.voted()) {
                // Somebody else's request with this battle was a moment earlier.
                return before(connection, arena, voter, battle)
                        .orElseThrow(() -> new SQLException("a battle that was voted on has a vote"));
            }
            Instant now = clock.instant();
            if (shown.skipped()) {
                throw Refusal.conflict("the battle was skipped; ask for your next one");
            }
            if (!now.isBefore(shown.expiresAt())) {
                throw Refusal.conflict("the battle has expired; ask for your next one");
            }
            long vote = insert(connection, arena, voter, shown, winner, now);
            return new Counted(vote, winner, shown.modelA(), shown.modelB(), false);
        });
    }

    private static Optional<Counted> before(Connection connection, Arena arena, Caller voter, String battle)
            throws SQLException {
        return Query.of(OF_BATTLE, battle, arena.key(), voter.keyId())
                .first(
                        connection,
                        row -> new Counted(
                                row.getLong("vote_key"),
                                Winner.valueOf(row.getString("winner")),
                                row.getInt("model_a"),
                                row.getInt("model_b"),
                                true));
    }

    private long insert(
            Connection connection, Arena arena, Caller voter, Battles.Battle shown, Winner winner, Instant now)
            throws SQLException {
        List<Arena.Model> models = Arenas.models(connection, arena);
        Answers.Answer a = answers.of(connection, arena, models, shown.modelA(), shown.item(), shown.repeatA());
        Answers.Answer b = answers.of(connection, arena, models, shown.modelB(), shown.item(), shown.repeatB());
        AnswerStyle styleA = AnswerStyle.of(a.text());
        AnswerStyle styleB = AnswerStyle.of(b.text());
        var unused = Query.of("update arena_battle set voted = true where battle_id = ?", shown.id())
                .run(connection);
        return Query.of(
                        INSERT,
                        arena.key(),
                        shown.id(),
                        Voter.PERSON.word(),
                        voter.keyId(),
                        now,
                        a.itemId(),
                        shown.item(),
                        shown.modelA(),
                        shown.modelB(),
                        winner.name(),
                        styleA.length(),
                        styleA.headings(),
                        styleA.lists(),
                        styleA.bold(),
                        styleB.length(),
                        styleB.headings(),
                        styleB.lists(),
                        styleB.bold())
                .first(connection, row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("an insert returns its row"));
    }

    static void changed(Connection connection, Arena arena) throws SQLException {
        var unused = Query.of("update arena set changes = changes + 1 where arena_key = ?", arena.key())
                .run(connection);
    }

    /**
     * Takes a vote back; again is no mistake. The battle can come again.
     *
     * @throws Refusal if there is no such vote, or it is another's, or was imported
     */
    void withdraw(Arena arena, Caller voter, long vote) {
        database.change(connection -> {
            String owner = Query.of(
                            "select voted_by, battle_id from arena_vote where vote_key = ? and arena_key = ?",
                            vote,
                            arena.key())
                    .first(connection, row -> Row.text(row, "battle_id") == null ? "" : row.getString("voted_by"))
                    .orElseThrow(() -> Refusal.notFound("there is no such vote in this arena"));
            if (!owner.equals(voter.keyId())) {
                throw Refusal.forbidden("only who gave a vote here can take it back");
            }
            int withdrawn = Query.of(
                            "insert into arena_withdrawal (vote_key, withdrawn_at) values (?, ?) on conflict do nothing",
                            vote,
                            clock.instant())
                    .run(connection);
            if (withdrawn > 0) {
                changed(connection, arena);
            }
        });
    }
}
