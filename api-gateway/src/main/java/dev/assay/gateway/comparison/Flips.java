package dev.assay.gateway.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.id.TaskId;
import dev.assay.contracts.json.EventJson;
import dev.assay.gateway.comparison.Comparisons.Loaded;
import dev.assay.gateway.comparison.FlipView.AnswerView;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.web.Cursor;
import dev.assay.scoring.comparison.MultipleTesting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds the items on which two sides differ, with both answers. Thread-safe. */
final class Flips {

    private static final int EXCERPT = 600;
    private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final String ANSWERS = """
            select distinct on (p.item) p.item, p.repeat, p.item_id, left(p.answer, ?) as answer, sc.extracted
            from sample p left join sample_score sc on sc.run_key = p.run_key and sc.model = p.model
                 and sc.item = p.item and sc.repeat = p.repeat
            where p.run_key = ? and p.model = ? and p.item = any(?) and p.repeat < ?
            order by p.item, (sc.scores ->> ?) is null, p.repeat
            """;

    private final Database database;
    private final Comparisons comparisons;

    Flips(Database database, Comparisons comparisons) {
        this.database = database;
        this.comparisons = comparisons;
    }

    /**
     * Which flips are wanted.
     *
     * @param improved only those on which the candidate is better, or is not; null: both
     * @param category null: all
     */
    record Filter(
            @Nullable String metric,
            @Nullable Boolean improved,
            @Nullable String category) {}

    private record Flip(int candidate, int baseline, double difference, boolean improved, long key) {}

    FlipView.Page page(Side candidate, Side baseline, Filter filter, Optional<Cursor> after, int limit) {
        ComparisonQuery query =
                new ComparisonQuery(filter.metric(), MultipleTesting.HOLM, false, false, 0.95, null, null);
        Loaded loaded = comparisons.load(List.of(baseline, candidate), query);
        ItemScores theirs = loaded.scores().get(0);
        ItemScores ours = loaded.scores().get(1);
        long last = after.map(cursor -> cursor.number(0)).orElse(-1L);
        List<Flip> found = flips(ours, theirs, loaded.metrics().getFirst().sign(), filter, last, limit + 1);
        List<Flip> page = found.size() > limit ? found.subList(0, limit) : found;
        String label = loaded.metrics().getFirst().label();
        Map<Integer, Answer> mine = answers(
                candidate,
                label,
                page.stream().map(f -> ours.items()[f.candidate()]).toList());
        Map<Integer, Answer> other = answers(
                baseline,
                label,
                page.stream().map(f -> theirs.items()[f.baseline()]).toList());
        List<FlipView> views = new ArrayList<>();
        for (Flip flip : page) {
            Answer a = answer(mine, ours.items()[flip.candidate()]);
            Answer b = answer(other, theirs.items()[flip.baseline()]);
            views.add(new FlipView(
                    a.itemId(),
                    ours.category(flip.candidate()),
                    flip.difference(),
                    flip.improved() ? "improved" : "worsened",
                    a.view(candidate, ours.values()[flip.candidate()]),
                    b.view(baseline, theirs.values()[flip.baseline()])));
        }
        String next = found.size() > limit ? Cursor.after(page.getLast().key()).text() : null;
        return new FlipView.Page(label, views, next);
    }

    private static Answer answer(Map<Integer, Answer> answers, int item) {
        Answer found = answers.get(item);
        if (found == null) {
            throw new IllegalStateException("a scored item has a sample");
        }
        return found;
    }

    private static List<Flip> flips(
            ItemScores ours, ItemScores theirs, double sign, Filter filter, long after, int most) {
        Pairing pairing = Pairing.of(ours, theirs);
        List<Flip> flips = new ArrayList<>();
        for (int i = 0; i < pairing.size() && flips.size() < most; i++) {
            int a = pairing.candidate()[i];
            int b = pairing.baseline()[i];
            double difference = ours.values()[a] - theirs.values()[b];
            boolean improved = sign * difference > 0;
            boolean wanted = difference != 0
                    && ours.keys()[a] > after
                    && (filter.improved() == null || filter.improved() == improved)
                    && (filter.category() == null || filter.category().equals(ours.category(a)));
            if (wanted) {
                flips.add(new Flip(a, b, difference, improved, ours.keys()[a]));
            }
        }
        return flips;
    }

    private record Answer(
            int item, int repeat, String itemId, @Nullable String answer, Map<String, String> extracted) {

        AnswerView view(Side side, double score) {
            TaskId task = new TaskId(side.run().id(), side.model(), item, repeat);
            return new AnswerView(
                    score,
                    task.toString(),
                    answer,
                    extracted,
                    "/api/v1/runs/" + side.run().id() + "/samples/" + side.model() + "." + item + "." + repeat);
        }
    }

    private Map<Integer, Answer> answers(Side side, String label, List<Integer> items) {
        Long[] wanted = items.stream().map(Integer::longValue).toArray(Long[]::new);
        Map<Integer, Answer> answers = new HashMap<>();
        database.read((Connection connection) -> Query.of(
                                ANSWERS,
                                EXCERPT,
                                side.run().key(),
                                side.model(),
                                wanted,
                                side.run().definition().repeats(),
                                label)
                        .list(connection, Flips::read))
                .forEach(answer -> answers.put(answer.item(), answer));
        return answers;
    }

    private static Answer read(ResultSet row) throws SQLException {
        String extracted = row.getString("extracted");
        try {
            return new Answer(
                    row.getInt("item"),
                    row.getInt("repeat"),
                    row.getString("item_id"),
                    row.getString("answer"),
                    extracted == null ? Map.of() : EventJson.mapper().readValue(extracted, TEXTS));
        } catch (JsonProcessingException e) {
            throw new SQLException("what was extracted cannot be read", e);
        }
    }
}
