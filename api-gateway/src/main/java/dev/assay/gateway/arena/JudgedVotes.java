package dev.assay.gateway.arena;

import dev.assay.gateway.database.Query;
import dev.assay.scoring.board.AnswerStyle;
import dev.assay.scoring.board.Vote;
import dev.assay.scoring.board.Voter;
import dev.assay.scoring.board.Winner;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What judges said of pairs of answers within a run, as votes: those of which both orders gave one. The style is counted
 * of the answers themselves. Stateless.
 */
final class JudgedVotes {

    private static final int FETCHED_AT_ONCE = 200;

    /** The outcome's codes are those of {@code judged_pair}. */
    private static final Map<Integer, Winner> WINNERS = Map.of(1, Winner.A, 2, Winner.B, 3, Winner.TIE);

    private static final String PAIRS = """
            select p.run_key, p.judge, p.repeat, p.model_a, p.model_b, p.outcome,
                   a.item_id, coalesce(a.answer, '') as answer_a, coalesce(b.answer, '') as answer_b
            from judged_pair p
            join sample a on a.run_key = p.run_key and a.model = p.model_a and a.item = p.item and a.repeat = p.repeat
            join sample b on b.run_key = p.run_key and b.model = p.model_b and b.item = p.item and b.repeat = p.repeat
            where p.run_key = any(?) and p.outcome between 1 and 3 and a.outcome = 1 and b.outcome = 1
            order by p.run_key, p.judge, p.item, p.repeat, p.model_a, p.model_b
            """;

    private JudgedVotes() {}

    /** Takes one vote after the other. */
    interface Sink {

        void vote(Vote vote) throws IOException;
    }

    /** A model of a run. */
    private record Place(long run, int model) {}

    /**
     * Hands out the votes between these models, in an order that does not change. Memory does not depend on how many
     * there are.
     */
    static void stream(Connection connection, List<Arena.Model> models, Sink sink) throws SQLException, IOException {
        Map<Place, String> names = new HashMap<>();
        models.forEach(model -> {
            Long run = model.run();
            if (run != null) {
                names.put(new Place(run, model.runModel()), model.name());
            }
        });
        try (PreparedStatement statement =
                Query.of(PAIRS, (Object) runs(models)).prepare(connection)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String a = names.get(new Place(rows.getLong("run_key"), rows.getInt("model_a")));
                    String b = names.get(new Place(rows.getLong("run_key"), rows.getInt("model_b")));
                    Winner winner = WINNERS.get(rows.getInt("outcome"));
                    if (a != null && b != null && winner != null) {
                        sink.vote(new Vote(
                                question(rows),
                                a,
                                b,
                                winner,
                                Voter.JUDGE,
                                rows.getString("judge"),
                                AnswerStyle.of(rows.getString("answer_a")),
                                AnswerStyle.of(rows.getString("answer_b"))));
                    }
                }
            }
        }
    }

    /** People see the first of a model's answers: only what judges said of that can be compared with their votes. */
    private static String question(ResultSet row) throws SQLException {
        int repeat = row.getInt("repeat");
        return repeat == 0 ? row.getString("item_id") : row.getString("item_id") + "#" + repeat;
    }

    /** How many verdicts there are; a board that was computed is valid for one count. */
    static long count(Connection connection, List<Arena.Model> models) throws SQLException {
        return Query.of("select count(*) from judged_pair where run_key = any(?)", (Object) runs(models))
                .first(connection, row -> row.getLong(1))
                .orElse(0L);
    }

    private static Long[] runs(List<Arena.Model> models) {
        return models.stream()
                .flatMap(model -> Stream.ofNullable(model.run()))
                .distinct()
                .toArray(Long[]::new);
    }
}
