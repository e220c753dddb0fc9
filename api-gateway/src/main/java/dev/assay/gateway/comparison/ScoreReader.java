package dev.assay.gateway.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.json.EventJson;
import dev.assay.contracts.run.RunDefinition;
import dev.assay.contracts.run.SeededOrder;
import dev.assay.gateway.database.Query;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.repeats.RepeatFold;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads one side's scores as a stream. Needs a transaction, without which the driver fetches everything at once. */
final class ScoreReader {

    private static final int FETCHED_AT_ONCE = 5_000;
    private static final TypeReference<List<MetricAggregate>> AGGREGATES = new TypeReference<>() {};

    private static final String ROWS = """
            select p.item, p.category, (sc.scores ->> ?)::float8 as score, %s as extracted
            from sample p left join sample_score sc on sc.run_key = p.run_key and sc.model = p.model
                 and sc.item = p.item and sc.repeat = p.repeat
            where p.run_key = ? and p.model = ? and p.repeat < ?
            order by p.run_key, p.model, p.item, p.repeat
            """;
    private static final String WITHOUT_ANSWERS = ROWS.formatted("null");
    private static final String WITH_ANSWERS = ROWS.formatted("sc.extracted::jsonb ->> ?");

    private ScoreReader() {}

    /** For all that follows in the transaction: the planner does not know runs that were just written. */
    static void prepare(Connection connection) throws SQLException {
        var unused = Query.of("set local enable_nestloop = off").run(connection);
    }

    /** A run's overall aggregates, which name all its scores. */
    static List<MetricAggregate> aggregates(Connection connection, StoredRun run) throws SQLException {
        String json = Query.of("select headline from aggregate where run_key = ?", run.key())
                .first(connection, row -> row.getString(1))
                .orElse("[]");
        try {
            return EventJson.mapper().readValue(json, AGGREGATES);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored aggregates cannot be read", e);
        }
    }

    /**
     * All items that the run planned for the side, with their scores.
     *
     * @param bounds whether what they could be is wanted too
     */
    static ItemScores read(Connection connection, Side side, ComparedMetric metric, boolean bounds)
            throws SQLException {
        RunDefinition definition = side.run().definition();
        ItemScores.Builder items =
                new ItemScores.Builder(planned(definition), bounds, finite(metric.worst()), finite(metric.best()));
        Folding folding = new Folding(items, metric, definition.repeats(), bounds);
        try (PreparedStatement statement = query(side, metric).prepare(connection)) {
            statement.setFetchSize(FETCHED_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    folding.add(rows);
                }
            }
        }
        return folding.end();
    }

    private static double finite(double bound) {
        return Double.isFinite(bound) ? bound : Double.NaN;
    }

    private static Query query(Side side, ComparedMetric metric) {
        // What comes after them are the items in other forms.
        int repeats = side.run().definition().repeats();
        String pipeline = metric.answers();
        return pipeline == null
                ? Query.of(WITHOUT_ANSWERS, metric.label(), side.run().key(), side.model(), repeats)
                : Query.of(WITH_ANSWERS, metric.label(), pipeline, side.run().key(), side.model(), repeats);
    }

    /** The positions of the items that a run planned, ascending. */
    static int[] planned(RunDefinition run) {
        int size = run.benchmark().dataset().items();
        if (run.items() == size) {
            return IntStream.range(0, size).toArray();
        }
        SeededOrder order = new SeededOrder(run.seed(), size);
        return IntStream.range(0, run.items()).map(order::itemAt).sorted().toArray();
    }

    /** Folds the repeats of one item after the other. */
    private static final class Folding {
        private final ItemScores.Builder items;
        private final ComparedMetric metric;
        private final int each;
        private final boolean bounds;
        private final List<RepeatFold.Repeat> repeats = new ArrayList<>();
        private int item = -1;
        private @Nullable String category;
        private long scored;

        Folding(ItemScores.Builder items, ComparedMetric metric, int each, boolean bounds) {
            this.items = items;
            this.metric = metric;
            this.each = each;
            this.bounds = bounds;
        }

        void add(ResultSet row) throws SQLException {
            int next = row.getInt("item");
            if (next != item) {
                close();
                item = next;
                category = row.getString("category");
            }
            double score = row.getDouble("score");
            if (!row.wasNull()) {
                scored++;
                repeats.add(new RepeatFold.Repeat(score, row.getString("extracted")));
            }
        }

        private void close() {
            if (item >= 0) {
                items.put(item, value(repeats), category);
                if (bounds) {
                    items.bound(item, filled(metric.worst()), filled(metric.best()), repeats.size());
                }
                repeats.clear();
            }
        }

        private double value(List<RepeatFold.Repeat> known) {
            if (metric.fold() instanceof RepeatFold.Mean) {
                return known.size() == 1
                        ? known.getFirst().score()
                        : known.stream()
                                .mapToDouble(RepeatFold.Repeat::score)
                                .average()
                                .orElse(Double.NaN);
            }
            return metric.fold().of(known).orElse(Double.NaN);
        }

        /** The item's value if each missing repeat had this score; of folds that compare answers, the score itself. */
        private double filled(double missing) {
            if (repeats.size() >= each) {
                return value(repeats);
            }
            if (!Double.isFinite(missing) || metric.fold().needsAnswers()) {
                return finite(missing);
            }
            List<RepeatFold.Repeat> all = new ArrayList<>(repeats);
            while (all.size() < each) {
                all.add(new RepeatFold.Repeat(missing, null));
            }
            return value(all);
        }

        ItemScores end() {
            close();
            return items.build(each, scored);
        }
    }
}
