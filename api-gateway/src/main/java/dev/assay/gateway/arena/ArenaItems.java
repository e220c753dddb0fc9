package dev.assay.gateway.arena;

import dev.assay.contracts.run.DatasetRef;
import dev.assay.gateway.comparison.DatasetMatch;
import dev.assay.gateway.database.Query;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which items of an arena's runs are the same: those of equal id and content, as where runs are compared. Runs on one
 * version of a dataset need no matching. Stateless.
 */
final class ArenaItems {

    /** A model's answered items under their numbers in the arena, with the first answer to each. */
    static final String ANSWERED = """
            select distinct on (number) number as item, repeat from
                (select coalesce(m.arena_item, s.item) as number, s.repeat from sample s
                 left join arena_item m on m.arena_key = ? and m.model = ? and m.item = s.item
                 where s.run_key = ? and s.model = ? and s.outcome = 1) numbered
            order by number, repeat
            """;

    private static final String INSERT = """
            insert into arena_item (arena_key, model, item, arena_item)
            select ?, ?, item, arena_item from unnest(?, ?) as matched (item, arena_item)
            """;

    private ArenaItems() {}

    /** Stores the numbers of those models' items whose dataset is not the first model's. */
    static void store(Connection connection, long arena, List<Arena.Side> sides) throws SQLException {
        DatasetMatch match = new DatasetMatch();
        for (int model = 0; model < sides.size(); model++) {
            DatasetRef dataset = sides.get(model).run().definition().benchmark().dataset();
            int place = match.add(connection, dataset.hash(), dataset.items());
            if (place > 0) {
                int[] numbers = match.numbers(place);
                var unused = Query.of(
                                INSERT,
                                arena,
                                model,
                                array(IntStream.range(0, numbers.length)),
                                array(Arrays.stream(numbers)))
                        .run(connection);
            }
        }
    }

    /** The item of a model's dataset that has this number in the arena. */
    static int ofModel(Connection connection, long arena, int model, int number) throws SQLException {
        return Query.of(
                        "select item from arena_item where arena_key = ? and model = ? and arena_item = ?",
                        arena,
                        model,
                        number)
                .first(connection, row -> row.getInt(1))
                .orElse(number);
    }

    private static Object array(IntStream values) {
        return values.asLongStream().boxed().toArray(Long[]::new);
    }
}
