package dev.assay.gateway.arena;

import dev.assay.contracts.id.GroupId;
import dev.assay.contracts.id.IdSource;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.access.Scope;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.web.Cursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Finds and makes arenas. Every method takes the caller's scope: an arena of another group is not there. Thread-safe. */
final class Arenas {

    private static final String COLUMNS =
            "arena_key, arena_id, group_id, name, seed, comparisons, changes, created_by, created_at";
    private static final String SELECT =
            "select " + COLUMNS + " from arena where (?::text is null or group_id = ?) and ";
    private static final int SHORTEST_PREFIX = 4;

    /** Items that both models have answered. Answers of one model to an item are one: it is the first that is shown. */
    private static final String SHARED =
            "select count(*) from (%s) a join (%s) b using (item)".formatted(ArenaItems.ANSWERED, ArenaItems.ANSWERED);

    private final Database database;
    private final IdSource ids;
    private final RandomGenerator random;
    private final Clock clock;

    /** @param random cryptographically strong: what voters are shown follows from it */
    Arenas(Database database, IdSource ids, RandomGenerator random, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.random = random;
        this.clock = clock;
    }

    /** Some arenas, newest first, and where the next ones begin. */
    record Page(List<Arena> arenas, Optional<Cursor> next) {}

    Arena create(Caller caller, GroupId group, String name, List<Arena.Side> sides) {
        return database.write(connection -> {
            String id = ids.next();
            Arena arena = Query.of(
                            "insert into arena (arena_id, group_id, name, seed, comparisons, created_by, created_at)"
                                    + " values (?, ?, ?, ?, 0, ?, ?) returning " + COLUMNS,
                            id,
                            group.value(),
                            name,
                            random.nextLong(),
                            caller.keyId(),
                            clock.instant())
                    .first(connection, Arenas::read)
                    .orElseThrow(() -> new SQLException("an insert returns its row"));
            int number = 0;
            for (Arena.Side side : sides) {
                var unused = Query.of(
                                "insert into arena_model (arena_key, model, name, run_key, run_model)"
                                        + " values (?, ?, ?, ?, ?)",
                                arena.key(),
                                number++,
                                side.name(),
                                side.run().key(),
                                side.model())
                        .run(connection);
            }
            ArenaItems.store(connection, arena.key(), sides);
            return compared(connection, arena, sides);
        });
    }

    private static Arena compared(Connection connection, Arena arena, List<Arena.Side> sides) throws SQLException {
        long comparisons = comparisons(connection, arena.key(), sides);
        if (!sides.isEmpty() && comparisons == 0) {
            throw Refusal.conflict("no two of these models have answered the same item");
        }
        return Query.of(
                        "update arena set comparisons = ? where arena_key = ? returning " + COLUMNS,
                        comparisons,
                        arena.key())
                .first(connection, Arenas::read)
                .orElseThrow(() -> new SQLException("an update of a row that is there returns it"));
    }

    private static long comparisons(Connection connection, long arena, List<Arena.Side> sides) throws SQLException {
        long sum = 0;
        for (int i = 0; i < sides.size(); i++) {
            for (int j = i + 1; j < sides.size(); j++) {
                Arena.Side a = sides.get(i);
                Arena.Side b = sides.get(j);
                sum += Query.of(
                                SHARED,
                                arena,
                                i,
                                a.run().key(),
                                a.model(),
                                arena,
                                j,
                                b.run().key(),
                                b.model())
                        .first(connection, row -> row.getLong(1))
                        .orElse(0L);
            }
        }
        return sum;
    }

    /**
     * The arena that somebody names by its id or the unique beginning of it (at least four characters).
     *
     * @throws Refusal if there is none in the scope
     */
    Arena find(Scope scope, String name) {
        if (name.length() < SHORTEST_PREFIX || !name.matches("[0-9a-z]{1,26}")) {
            throw Refusal.notFound(
                    "there is no arena with this id; write the id or its first characters (at least four)");
        }
        String group = scope.groupOrNull();
        List<Arena> found = database.read(connection -> Query.of(
                        SELECT + "arena_id like ? order by arena_key desc limit 2", group, group, name + "%")
                .list(connection, Arenas::read));
        if (found.size() > 1) {
            throw Refusal.notFound("the ids of several arenas begin like this; write more of it");
        }
        return found.stream().findFirst().orElseThrow(() -> Refusal.notFound("there is no arena with this id"));
    }

    Page list(Scope scope, Optional<Cursor> after, int limit) {
        String group = scope.groupOrNull();
        Long before = after.map(cursor -> cursor.number(0)).orElse(null);
        List<Arena> found = database.read(connection -> Query.of(
                        SELECT + "(?::bigint is null or arena_key < ?) order by arena_key desc limit ?",
                        group,
                        group,
                        before,
                        before,
                        limit + 1)
                .list(connection, Arenas::read));
        return found.size() <= limit
                ? new Page(found, Optional.empty())
                : new Page(
                        found.subList(0, limit),
                        Optional.of(Cursor.after(found.get(limit - 1).key())));
    }

    /** The arena's models by number. */
    List<Arena.Model> models(Arena arena) {
        return database.read(connection -> models(connection, arena));
    }

    static List<Arena.Model> models(Connection connection, Arena arena) throws SQLException {
        return Query.of("select * from arena_model where arena_key = ? order by model", arena.key())
                .list(
                        connection,
                        row -> new Arena.Model(
                                row.getInt("model"),
                                row.getString("name"),
                                Row.whole(row, "run_key"),
                                row.getInt("run_model")));
    }

    /** How many verdicts of judges there are in the runs of these models. */
    long judged(List<Arena.Model> models) {
        return database.read(connection -> JudgedVotes.count(connection, models));
    }

    /** How many votes stand. */
    long votes(Arena arena) {
        return database.read(connection -> Query.of(
                        "select count(*) from arena_vote v where v.arena_key = ? and not exists"
                                + " (select from arena_withdrawal w where w.vote_key = v.vote_key)",
                        arena.key())
                .first(connection, row -> row.getLong(1))
                .orElse(0L));
    }

    static Arena read(ResultSet row) throws SQLException {
        return new Arena(
                row.getLong("arena_key"),
                row.getString("arena_id"),
                new GroupId(row.getString("group_id")),
                row.getString("name"),
                row.getLong("seed"),
                row.getLong("comparisons"),
                row.getLong("changes"),
                row.getString("created_by"),
                Row.requiredInstant(row, "created_at"));
    }
}
