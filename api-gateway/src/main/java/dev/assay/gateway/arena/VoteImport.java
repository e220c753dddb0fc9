package dev.assay.gateway.arena;

import dev.assay.benchmarks.dataset.DatasetFormat;
import dev.assay.benchmarks.dataset.DatasetItem;
import dev.assay.benchmarks.dataset.DatasetLimits;
import dev.assay.benchmarks.dataset.DatasetReader;
import dev.assay.benchmarks.dataset.InvalidDatasetException;
import dev.assay.gateway.database.Columns;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.problem.Finding;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.LimitedStream;
import dev.assay.scoring.board.AnswerStyle;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.VoteFields;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes votes in from a file: all of them, or none if something is wrong. The same content is taken once. Models that the
 * arena does not have yet come with the votes. Thread-safe.
 */
final class VoteImport {

    /** A board is computed of all votes in memory, and so is a file read. */
    static final int MOST_VOTES = 120_000;

    /** The tables of a board grow with its square. */
    static final int MOST_MODELS = 200;

    private static final int BATCH = 1_000;

    private static final DatasetLimits LIMITS =
            new DatasetLimits(MOST_VOTES, DatasetLimits.DEFAULT.maxItemChars(), DatasetLimits.DEFAULT.maxDepth());

    private static final String INSERT = """
            insert into arena_vote (arena_key, voter, voted_by, voted_at, question, model_a, model_b, winner,
                length_a, headings_a, lists_a, bold_a, length_b, headings_b, lists_b, bold_b)
            select * from %s
            """;

    private static final String[] TYPES = {
        "int8", "text", "text", "timestamptz", "text", "int2", "int2", "text",
        "float8", "float8", "float8", "float8", "float8", "float8", "float8", "float8"
    };

    private final Database database;
    private final Clock clock;
    private final long maxBytes;

    VoteImport(Database database, Clock clock, long maxBytes) {
        this.database = database;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    /** A vote and where it stands in the file. */
    private record Line(int number, Vote vote) {}

    /** @return how many votes there were. @throws Refusal with the line, if something is wrong */
    int receive(Arena arena, InputStream body, DatasetFormat format) {
        LimitedStream limited = new LimitedStream(body, maxBytes);
        try (DatasetReader reader = DatasetReader.open(limited, format, LIMITS, Set.of())) {
            List<Line> lines = new ArrayList<>();
            while (reader.hasNext()) {
                DatasetItem item = reader.next();
                lines.add(new Line(item.line(), vote(item)));
            }
            // Everybody else's votes wait from here on, and not for the client's network.
            database.change(connection -> store(connection, arena, lines, reader.contentHash()));
            return lines.size();
        } catch (InvalidDatasetException e) {
            throw Refusal.invalid(Finding.of("", e.problem()));
        } catch (UncheckedIOException e) {
            throw limited.isExhausted() ? limited.refusal() : e;
        }
    }

    private void store(Connection connection, Arena arena, List<Line> lines, String hash) throws SQLException {
        Ballot.changed(connection, arena);
        Instant now = clock.instant();
        once(connection, arena, lines.size(), hash, now);
        long had = Query.of("select count(*) from arena_vote where arena_key = ?", arena.key())
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
        if (had + lines.size() > MOST_VOTES) {
            throw Refusal.invalid(Finding.at(
                    "",
                    "an arena holds " + MOST_VOTES + " votes, and this one has " + had,
                    "Rate larger files with assay stats ratings."));
        }
        Names names = new Names(connection, arena);
        for (int from = 0; from < lines.size(); from += BATCH) {
            Columns columns = Columns.of(TYPES);
            for (Line line : lines.subList(from, Math.min(lines.size(), from + BATCH))) {
                columns.add(row(arena, line.vote(), now, names, line.number()));
            }
            insert(connection, columns);
        }
    }

    private static void once(Connection connection, Arena arena, int votes, String hash, Instant now)
            throws SQLException {
        int fresh = Query.of(
                        "insert into arena_import (arena_key, hash, votes, imported_at) values (?, ?, ?, ?)"
                                + " on conflict do nothing",
                        arena.key(),
                        hash,
                        votes,
                        now)
                .run(connection);
        if (fresh == 0) {
            throw Refusal.conflict("these votes were imported before; nothing was added");
        }
    }

    private static Vote vote(DatasetItem item) {
        return switch (VoteFields.read(item.fields())) {
            case VoteFields.Taken.Read read -> read.vote();
            case VoteFields.Taken.Wrong wrong ->
                throw Refusal.invalid(new Finding(
                        wrong.field(),
                        item.line(),
                        null,
                        "the field '" + wrong.field() + "' " + wrong.reason(),
                        "Correct it; nothing was imported."));
        };
    }

    private static Object[] row(Arena arena, Vote vote, Instant now, Names names, int line) throws SQLException {
        List<@Nullable Object> cells =
                new ArrayList<>(List.of(arena.key(), vote.voter().word(), vote.by(), now.toString()));
        cells.add(vote.question());
        cells.add(names.number(vote.modelA(), line));
        cells.add(names.number(vote.modelB(), line));
        cells.add(vote.winner().name());
        addStyle(cells, vote.styleA());
        addStyle(cells, vote.styleB());
        return cells.toArray();
    }

    /** As text: the columns say what it is. */
    private static void addStyle(List<@Nullable Object> cells, @Nullable AnswerStyle style) {
        cells.add(style == null ? null : String.valueOf(style.length()));
        cells.add(style == null ? null : String.valueOf(style.headings()));
        cells.add(style == null ? null : String.valueOf(style.lists()));
        cells.add(style == null ? null : String.valueOf(style.bold()));
    }

    private static void insert(Connection connection, Columns columns) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT.formatted(columns.unnest()))) {
            columns.bind(connection, statement);
            statement.executeUpdate();
        }
    }

    /** The models of the arena by name; new ones are added. */
    private static final class Names {

        private final Connection connection;
        private final Arena arena;
        private final Map<String, Short> numbers = new HashMap<>();

        Names(Connection connection, Arena arena) throws SQLException {
            this.connection = connection;
            this.arena = arena;
            Arenas.models(connection, arena).forEach(model -> numbers.put(model.name(), (short) model.number()));
        }

        short number(String name, int line) throws SQLException {
            Short known = numbers.get(name);
            if (known != null) {
                return known;
            }
            if (numbers.size() == MOST_MODELS) {
                throw Refusal.invalid(new Finding(
                        "", line, null, "an arena has " + MOST_MODELS + " models at most", "Import fewer."));
            }
            short number = (short) numbers.size();
            var unused = Query.of(
                            "insert into arena_model (arena_key, model, name) values (?, ?, ?)",
                            arena.key(),
                            number,
                            name)
                    .run(connection);
            numbers.put(name, number);
            return number;
        }
    }
}
