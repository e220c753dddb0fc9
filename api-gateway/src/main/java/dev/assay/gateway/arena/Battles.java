package dev.assay.gateway.arena;

import dev.assay.contracts.id.IdSource;
import dev.assay.gateway.access.Caller;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.database.Row;
import dev.assay.gateway.problem.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Shows somebody two answers at a time.
 *
 * <p>Who asks again without having voted gets the same battle, until it expires. Nobody gets a battle twice that was
 * voted on, or was skipped within a day. Battles that others have open count as held, so that people who vote at the same
 * time see different ones. Thread-safe: battles of an arena are drawn one after the other.
 */
final class Battles {

    static final Duration LIFETIME = Duration.ofHours(1);

    /** How long a battle that nobody voted on is remembered: that it expired can be said, and it is not shown again. */
    static final Duration REMEMBERED = Duration.ofDays(1);

    private static final String COLUMNS =
            "battle_id, item, model_a, model_b, repeat_a, repeat_b, expires_at, skipped, voted";

    private static final String OPEN = "select " + COLUMNS + """
             from arena_battle where arena_key = ? and voter = ? and not voted and not skipped and expires_at > ?
            order by issued_at desc limit 1
            """;

    /** What counts as a battle held: people's votes that stand, and what is open. */
    private static final String HELD = """
            select item, model_a, model_b from arena_vote v
            where arena_key = ? and voter = 'person' and item is not null
              and not exists (select from arena_withdrawal w where w.vote_key = v.vote_key)
            union all
            select item, model_a, model_b from arena_battle
            where arena_key = ? and not voted and not skipped and expires_at > ?
            """;

    private static final String MET = """
            select least(model_a, model_b) as first, greatest(model_a, model_b) as second, count(*) from (%s) held
            group by 1, 2
            """.formatted(HELD);

    /** Items that both have answered, without those on which the voter has voted or which the voter skipped. */
    private static final String ITEMS = """
            with a as (%s), b as (%s),
                 held as (select item, count(*) as met from (%s) h
                          where least(model_a, model_b) = ? and greatest(model_a, model_b) = ? group by item),
                 done as (select item from arena_vote v
                          where arena_key = ? and voted_by = ? and voter = 'person' and item is not null
                            and least(model_a, model_b) = ? and greatest(model_a, model_b) = ?
                            and not exists (select from arena_withdrawal w where w.vote_key = v.vote_key)
                          union
                          select item from arena_battle
                          where arena_key = ? and voter = ? and skipped
                            and least(model_a, model_b) = ? and greatest(model_a, model_b) = ?)
            select a.item, a.repeat, b.repeat, coalesce(held.met, 0)
            from a join b using (item) left join held using (item)
            where a.item not in (select item from done) order by a.item
            """.formatted(ArenaItems.ANSWERED, ArenaItems.ANSWERED, HELD);

    private static final String VOTED = """
            select count(*) from arena_vote v where arena_key = ? and voted_by = ? and battle_id is not null
              and not exists (select from arena_withdrawal w where w.vote_key = v.vote_key)
            """;

    private final Database database;
    private final IdSource ids;
    private final Clock clock;

    Battles(Database database, IdSource ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** What is shown: model A's answer on the left. @param item its number in the arena */
    record Battle(
            String id,
            int item,
            int modelA,
            int modelB,
            int repeatA,
            int repeatB,
            Instant expiresAt,
            boolean skipped,
            boolean voted) {

        static Battle read(ResultSet row) throws SQLException {
            return new Battle(
                    row.getString("battle_id"),
                    row.getInt("item"),
                    row.getInt("model_a"),
                    row.getInt("model_b"),
                    row.getInt("repeat_a"),
                    row.getInt("repeat_b"),
                    Row.requiredInstant(row, "expires_at"),
                    row.getBoolean("skipped"),
                    row.getBoolean("voted"));
        }
    }

    /**
     * The voter's next battle; empty if there is none left.
     *
     * @param skip a battle that the voter does not want to vote on, or null
     * @throws Refusal if that is not one of the voter's
     */
    Optional<Battle> next(Arena arena, Caller voter, @Nullable String skip) {
        return database.write(connection -> {
            Instant now = clock.instant();
            // The lock on the arena's row lets one after the other draw.
            long number = Query.of(
                            "update arena set issued = issued + 1 where arena_key = ? returning issued", arena.key())
                    .first(connection, row -> row.getLong(1))
                    .orElseThrow(() -> Refusal.notFound("there is no arena with this id"));
            var unused = Query.of(
                            "delete from arena_battle where arena_key = ? and issued_at < ?",
                            arena.key(),
                            now.minus(REMEMBERED))
                    .run(connection);
            if (skip != null) {
                skip(connection, arena, voter, skip);
            }
            Optional<Battle> open =
                    Query.of(OPEN, arena.key(), voter.keyId(), now).first(connection, Battle::read);
            return open.isPresent()
                    ? open
                    : draw(connection, arena, voter, now, PairChoice.generator(arena.seed(), number));
        });
    }

    private static void skip(Connection connection, Arena arena, Caller voter, String battle) throws SQLException {
        int skipped = Query.of(
                        "update arena_battle set skipped = true where battle_id = ? and arena_key = ? and voter = ?",
                        battle,
                        arena.key(),
                        voter.keyId())
                .run(connection);
        if (skipped == 0) {
            throw notYours();
        }
    }

    private Optional<Battle> draw(Connection connection, Arena arena, Caller voter, Instant now, RandomGenerator random)
            throws SQLException {
        List<Arena.Model> models = Arenas.models(connection, arena).stream()
                .filter(model -> model.run() != null)
                .toList();
        Map<PairChoice.Pair, Integer> met = new HashMap<>();
        var unused = Query.of(MET, arena.key(), arena.key(), now)
                .list(connection, row -> met.put(new PairChoice.Pair(row.getInt(1), row.getInt(2)), row.getInt(3)));
        List<Integer> numbers = models.stream().map(Arena.Model::number).toList();
        for (PairChoice.Pair pair : PairChoice.order(numbers, met, random)) {
            Arena.Model first = model(models, pair.first());
            Arena.Model second = model(models, pair.second());
            Optional<PairChoice.Item> item =
                    PairChoice.item(items(connection, arena, voter, now, first, second), random);
            if (item.isPresent()) {
                return Optional.of(issue(connection, arena, voter, now, pair, item.get(), random.nextBoolean()));
            }
        }
        return Optional.empty();
    }

    private static Arena.Model model(List<Arena.Model> models, int number) {
        return models.stream().filter(m -> m.number() == number).findFirst().orElseThrow();
    }

    private static List<PairChoice.Item> items(
            Connection connection, Arena arena, Caller voter, Instant now, Arena.Model first, Arena.Model second)
            throws SQLException {
        int a = first.number();
        int b = second.number();
        return Query.of(
                        ITEMS,
                        arena.key(),
                        a,
                        first.run(),
                        first.runModel(),
                        arena.key(),
                        b,
                        second.run(),
                        second.runModel(),
                        arena.key(),
                        arena.key(),
                        now,
                        a,
                        b,
                        arena.key(),
                        voter.keyId(),
                        a,
                        b,
                        arena.key(),
                        voter.keyId(),
                        a,
                        b)
                .list(
                        connection,
                        row -> new PairChoice.Item(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4)));
    }

    private Battle issue(
            Connection connection,
            Arena arena,
            Caller voter,
            Instant now,
            PairChoice.Pair pair,
            PairChoice.Item item,
            boolean swapped)
            throws SQLException {
        return Query.of(
                        "insert into arena_battle (battle_id, arena_key, voter, item, model_a, model_b, repeat_a,"
                                + " repeat_b, issued_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning "
                                + COLUMNS,
                        ids.next(),
                        arena.key(),
                        voter.keyId(),
                        item.item(),
                        swapped ? pair.second() : pair.first(),
                        swapped ? pair.first() : pair.second(),
                        swapped ? item.secondRepeat() : item.firstRepeat(),
                        swapped ? item.firstRepeat() : item.secondRepeat(),
                        now,
                        now.plus(LIFETIME))
                .first(connection, Battle::read)
                .orElseThrow(() -> new SQLException("an insert returns its row"));
    }

    /**
     * The voter's battle.
     *
     * @throws Refusal if there is none, or it is another's
     */
    static Battle find(Connection connection, Arena arena, Caller voter, String battle) throws SQLException {
        return Query.of(
                        "select " + COLUMNS + " from arena_battle where battle_id = ? and arena_key = ? and voter = ?"
                                + " for update",
                        battle,
                        arena.key(),
                        voter.keyId())
                .first(connection, Battle::read)
                .orElseThrow(Battles::notYours);
    }

    private static Refusal notYours() {
        return Refusal.notFound("there is no such battle for you; ask for your next one");
    }

    /** On how many battles somebody has voted. */
    long voted(Arena arena, Caller voter) {
        return database.read(connection -> Query.of(VOTED, arena.key(), voter.keyId())
                .first(connection, row -> row.getLong(1))
                .orElse(0L));
    }
}
