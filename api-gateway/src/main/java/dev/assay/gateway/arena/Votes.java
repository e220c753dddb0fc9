package dev.assay.gateway.arena;

import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.DatabaseFailure;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Cursor;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.Voter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the votes of an arena. Thread-safe. */
final class Votes {

    private static final int FETCHED_AT_ONCE = 1_000;

    private static final String SELECT = """
            select v.*, w.vote_key is not null as withdrawn
            from arena_vote v left join arena_withdrawal w on w.vote_key = v.vote_key
            where v.arena_key = ? and (?::text is null or v.voter = ?)
            """;

    private static final String STANDING = SELECT + " and w.vote_key is null order by v.vote_key";

    private final Database database;
    private final DataSource source;

    Votes(DataSource source) {
        this.database = new Database(source);
        this.source = source;
    }

    /** Takes one vote after the other. */
    interface Lines {

        void line(VoteView vote) throws IOException;
    }

    /** @param by only this voter's, or null */
    VoteView.Page page(Arena arena, Optional<Voter> voter, @Nullable String by, Optional<Cursor> after, int limit) {
        String word = voter.map(Voter::word).orElse(null);
        Long before = after.map(cursor -> cursor.number(0)).orElse(null);
        List<VoteView> found = database.read(connection -> {
            List<Arena.Model> models = Arenas.models(connection, arena);
            return Query.of(
                            SELECT
                                    + " and (?::text is null or v.voted_by = ?) and (?::bigint is null or v.vote_key < ?)"
                                    + " order by v.vote_key desc limit ?",
                            arena.key(),
                            word,
                            word,
                            by,
                            by,
                            before,
                            before,
                            limit + 1)
                    .list(connection, row -> VoteView.read(models, row));
        });
        return found.size() <= limit
                ? new VoteView.Page(found, null)
                : new VoteView.Page(
                        found.subList(0, limit),
                        Cursor.after(Objects.requireNonNull(found.get(limit - 1).id()))
                                .text());
    }

    /** The votes between these models that judges of their runs gave, for a board. */
    List<Vote> judged(List<Arena.Model> models) {
        List<Vote> votes = new ArrayList<>();
        reading(connection -> JudgedVotes.stream(connection, models, vote -> add(votes, vote)));
        return votes;
    }

    /** The votes that stand, in their order, and after them those of judges, for a board. */
    List<Vote> standing(Arena arena, Optional<Voter> voter) {
        List<Vote> votes = new ArrayList<>();
        reading(connection -> {
            List<Arena.Model> models = Arenas.models(connection, arena);
            List<String> names = models.stream().map(Arena.Model::name).toList();
            stream(connection, arena, voter, row -> add(votes, VoteView.vote(names, row)));
            if (voter.isEmpty() || voter.get() == Voter.JUDGE) {
                JudgedVotes.stream(connection, models, vote -> add(votes, vote));
            }
        });
        return votes;
    }

    private static void add(List<Vote> votes, Vote vote) {
        if (votes.size() == VoteImport.MOST_VOTES) {
            throw Refusal.conflict("there are more than " + VoteImport.MOST_VOTES
                    + " votes; export them and rate the file with assay stats ratings");
        }
        votes.add(vote);
    }

    /** Writes the same votes one after the other: memory does not depend on how many there are. */
    void export(Arena arena, Lines lines) {
        reading(connection -> {
            List<Arena.Model> models = Arenas.models(connection, arena);
            stream(connection, arena, Optional.empty(), row -> lines.line(VoteView.read(models, row)));
            JudgedVotes.stream(connection, models, vote -> lines.line(VoteView.of(vote)));
        });
    }

    private interface RowTaker {

        void row(ResultSet row) throws SQLException, IOException;
    }

    private static void stream(Connection connection, Arena arena, Optional<Voter> voter, RowTaker taker)
            throws SQLException, IOException {
        String word = voter.map(Voter::word).orElse(null);
        try (PreparedStatement statement =
                Query.of(STANDING, arena.key(), word, word).prepare(connection)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    taker.row(rows);
                }
            }
        }
    }

    private interface Reading {

        void on(Connection connection) throws SQLException, IOException;
    }

    /** In one transaction that only reads, as cursors need one. */
    private void reading(Reading work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            try {
                work.on(connection);
            } finally {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        } catch (IOException e) {
            // The reader went away: nobody is left to be told.
            throw new UncheckedIOException(e);
        }
    }
}
