package dev.assay.gateway.comparison;

import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.gateway.comparison.ComparisonView.CategoryView;
import dev.assay.gateway.comparison.ComparisonView.DifferenceView;
import dev.assay.gateway.comparison.ComparisonView.PairView;
import dev.assay.gateway.comparison.ComparisonView.SelectionView;
import dev.assay.gateway.comparison.ComparisonView.SharedView;
import dev.assay.gateway.comparison.ComparisonView.SideView;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.problem.Refusal;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Moments;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares sides. Thread-safe. */
public final class Comparisons {

    /** Items of all sides together, of which each takes about thirty bytes while they are compared. */
    private static final long MOST_ITEMS = 4_000_000;

    private final Database database;

    public Comparisons(Database database) {
        this.database = database;
    }

    /** @param sides at least two, the baseline first */
    ComparisonView compare(List<Side> sides, ComparisonQuery query) {
        long items = sides.stream().mapToLong(s -> s.run().definition().items()).sum();
        if (items > MOST_ITEMS) {
            throw Sides.refused(
                    "side",
                    "they have " + items + " items together, and " + MOST_ITEMS + " can be compared at once",
                    "Compare fewer sides.");
        }
        Loaded loaded = load(sides, query);
        return new Run(sides, query, loaded).view();
    }

    /** What was read: everything that the figures are made from. */
    record Loaded(
            List<ComparedMetric> metrics,
            List<String> shared,
            List<ItemScores> scores,
            long changed,
            @Nullable ItemLabels clusters,
            @Nullable ItemLabels groups) {}

    Loaded load(List<Side> sides, ComparisonQuery query) {
        return database.write(connection -> {
            ScoreReader.prepare(connection);
            List<ComparedMetric> metrics = metrics(connection, sides, query.metric());
            List<String> shared = shared(sides, aggregates(connection, sides));
            DatasetMatch match = new DatasetMatch();
            List<ItemScores> scores = new ArrayList<>();
            for (int i = 0; i < sides.size(); i++) {
                scores.add(read(connection, sides.get(i), metrics.get(i), match, false));
            }
            return new Loaded(
                    metrics,
                    shared,
                    scores,
                    match.changed(),
                    labels(connection, match, "cluster", query.cluster()),
                    labels(
                            connection,
                            match,
                            "group",
                            query.folds() == null ? null : query.folds().group()));
        });
    }

    static ItemScores read(Connection connection, Side side, ComparedMetric metric, DatasetMatch match, boolean bounds)
            throws SQLException {
        var dataset = side.run().definition().benchmark().dataset();
        int place = match.add(connection, dataset.hash(), dataset.items());
        return match.keyed(place, ScoreReader.read(connection, side, metric, bounds));
    }

    static @Nullable ItemLabels labels(
            Connection connection, DatasetMatch match, String parameter, @Nullable String field) throws SQLException {
        return field == null ? null : ItemLabels.read(connection, match.datasets(), parameter, field);
    }

    /** The metric as each side computes it. @throws Refusal if a side has none of that label, or another kind */
    static List<ComparedMetric> metrics(Connection connection, List<Side> sides, @Nullable String wanted)
            throws SQLException {
        List<List<MetricAggregate>> aggregates = aggregates(connection, sides);
        String label = wanted != null ? wanted : firstShared(sides, aggregates);
        List<ComparedMetric> metrics = new ArrayList<>();
        for (int i = 0; i < sides.size(); i++) {
            Side side = sides.get(i);
            List<MetricAggregate> known = aggregates.get(i);
            ComparedMetric metric = ComparedMetric.of(side.run(), known, label)
                    .orElseThrow(() -> Sides.refused(
                            "metric",
                            "run " + side.run().id() + " has no score '" + label + "'",
                            "It has " + String.join(", ", labels(side.run(), known)) + "."));
            metrics.add(metric);
        }
        ComparedMetric first = metrics.getFirst();
        for (ComparedMetric other : metrics) {
            if (!other.kind().equals(first.kind()) || other.direction() != first.direction()) {
                throw Sides.refused(
                        "metric",
                        "'" + label + "' is computed as " + first.kind() + " in one run and as " + other.kind()
                                + " in another",
                        "Score one of the runs again with the other's metric (assay rescore).");
            }
        }
        return metrics;
    }

    private static List<List<MetricAggregate>> aggregates(Connection connection, List<Side> sides) throws SQLException {
        List<List<MetricAggregate>> aggregates = new ArrayList<>();
        for (Side side : sides) {
            aggregates.add(ScoreReader.aggregates(connection, side.run()));
        }
        return aggregates;
    }

    private static String firstShared(List<Side> sides, List<List<MetricAggregate>> aggregates) {
        return shared(sides, aggregates).stream()
                .findFirst()
                .orElseThrow(() ->
                        Refusal.conflict("the runs have no score in common; score one of them again (assay rescore)"));
    }

    private static List<String> shared(List<Side> sides, List<List<MetricAggregate>> aggregates) {
        List<String> labels = new ArrayList<>(labels(sides.getFirst().run(), aggregates.getFirst()));
        for (int i = 1; i < sides.size(); i++) {
            labels.retainAll(labels(sides.get(i).run(), aggregates.get(i)));
        }
        return labels;
    }

    /** The names of all scores of a run. */
    static List<String> labels(StoredRun run, List<MetricAggregate> aggregates) {
        return Stream.concat(run.labels().stream(), aggregates.stream().map(MetricAggregate::metric))
                .distinct()
                .toList();
    }

    /** One comparison in the making; pure. */
    private static final class Run {
        private final List<Side> sides;
        private final ComparisonQuery query;
        private final Loaded loaded;
        private final ComparedMetric metric;
        private final Differences differences;

        Run(List<Side> sides, ComparisonQuery query, Loaded loaded) {
            this.sides = sides;
            this.query = query;
            this.loaded = loaded;
            this.metric = loaded.metrics().getFirst();
            this.differences = new Differences(metric, query.confidence(), loaded.clusters());
        }

        /** A pair of sides, or a category of it, before p-values are corrected. */
        private record Raw(
                int candidate,
                int baseline,
                Pairing pairing,
                @Nullable String category,
                Optional<Differences.Found> found) {}

        ComparisonView view() {
            List<Raw> wholes = pairs();
            if (wholes.stream().allMatch(raw -> raw.found().isEmpty())) {
                throw Refusal.conflict(reason(wholes.getFirst()));
            }
            List<DifferenceView> overall = corrected(wholes);
            List<Raw> parts = query.byCategory()
                    ? wholes.stream().flatMap(raw -> categories(raw).stream()).toList()
                    : List.of();
            List<DifferenceView> inParts = corrected(parts);
            List<PairView> pairs = new ArrayList<>();
            for (int i = 0; i < wholes.size(); i++) {
                pairs.add(pair(wholes.get(i), overall.get(i), parts, inParts));
            }
            return new ComparisonView(
                    metric.label(),
                    loaded.shared(),
                    metric.direction() == Direction.LOWER_IS_BETTER,
                    query.confidence(),
                    switch (query.correction()) {
                        case HOLM -> "holm";
                        case BENJAMINI_HOCHBERG -> "bh";
                        case BONFERRONI -> "bonferroni";
                        case SIDAK -> "sidak";
                        case BENJAMINI_YEKUTIELI -> "by";
                    },
                    IntStream.range(0, sides.size()).mapToObj(this::side).toList(),
                    pairs,
                    selection(),
                    notes());
        }

        private List<Raw> pairs() {
            List<Raw> pairs = new ArrayList<>();
            for (int baseline = 0; baseline < (query.everyPair() ? sides.size() : 1); baseline++) {
                for (int candidate = baseline + 1; candidate < sides.size(); candidate++) {
                    pairs.add(raw(candidate, baseline, pairing(candidate, baseline), null));
                }
            }
            return pairs;
        }

        private Pairing pairing(int candidate, int baseline) {
            return Pairing.of(loaded.scores().get(candidate), loaded.scores().get(baseline));
        }

        private Raw raw(int candidate, int baseline, Pairing pairing, @Nullable String category) {
            return new Raw(
                    candidate,
                    baseline,
                    pairing,
                    category,
                    differences.of(
                            pairing,
                            loaded.scores().get(candidate),
                            loaded.scores().get(baseline)));
        }

        private List<Raw> categories(Raw whole) {
            ItemScores ours = loaded.scores().get(whole.candidate());
            TreeSet<String> names = Arrays.stream(whole.pairing().candidate())
                    .mapToObj(ours::category)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toCollection(TreeSet::new));
            return names.stream()
                    .map(name -> raw(
                            whole.candidate(), whole.baseline(), whole.pairing().in(name, ours), name))
                    .toList();
        }

        /** In the order given; null where nothing was found. */
        private List<@Nullable DifferenceView> corrected(List<Raw> raws) {
            double[] adjusted = query.correction()
                    .adjusted(raws.stream()
                            .flatMap(raw -> raw.found().stream())
                            .mapToDouble(found -> found.comparison().p())
                            .toArray());
            List<@Nullable DifferenceView> views = new ArrayList<>();
            int next = 0;
            for (Raw raw : raws) {
                views.add(raw.found().isPresent() ? differences.view(raw.found().get(), adjusted[next++]) : null);
            }
            return views;
        }

        private PairView pair(
                Raw whole,
                @Nullable DifferenceView difference,
                List<Raw> parts,
                List<@Nullable DifferenceView> inParts) {
            List<CategoryView> categories = IntStream.range(0, parts.size())
                    .filter(i -> parts.get(i).candidate() == whole.candidate()
                            && parts.get(i).baseline() == whole.baseline())
                    .mapToObj(i -> new CategoryView(
                            String.valueOf(parts.get(i).category()),
                            parts.get(i).pairing().size(),
                            inParts.get(i)))
                    .toList();
            Pairing pairing = whole.pairing();
            return new PairView(
                    sides.get(whole.candidate()).label(),
                    sides.get(whole.baseline()).label(),
                    new SharedView(
                            pairing.size(),
                            pairing.onlyCandidate(),
                            pairing.onlyBaseline(),
                            pairing.unscoredCandidate(),
                            pairing.unscoredBaseline()),
                    difference,
                    difference == null ? reason(whole) : null,
                    categories);
        }

        private String reason(Raw raw) {
            Side candidate = sides.get(raw.candidate());
            Side baseline = sides.get(raw.baseline());
            boolean otherData = !candidate
                    .run()
                    .definition()
                    .benchmark()
                    .dataset()
                    .equals(baseline.run().definition().benchmark().dataset());
            return raw.pairing().size() + " items have a score of both " + candidate.label() + " and "
                    + baseline.label() + ", and a comparison needs two"
                    + (loaded.clusters() == null ? "" : " in two clusters")
                    + (otherData ? "; their datasets differ, and items are paired by id and content" : "");
        }

        private SideView side(int place) {
            Side side = sides.get(place);
            ItemScores scores = loaded.scores().get(place);
            Moments moments = new Moments();
            Arrays.stream(scores.values()).filter(v -> !Double.isNaN(v)).forEach(moments::add);
            ComparedMetric own = loaded.metrics().get(place);
            Optional<Estimate> estimate = moments.estimate(query.confidence(), own.minimum(), own.maximum());
            return new SideView(
                    side.label(),
                    side.run().id().value(),
                    side.run().name(),
                    side.modelName(),
                    side.run().state(),
                    side.run().definition().benchmark().name(),
                    side.run().definition().benchmark().dataset().hash(),
                    scores.size(),
                    (int) moments.count(),
                    (double) scores.scored() / scores.samples(),
                    estimate.map(Estimate::mean).orElse(null),
                    estimate.map(Estimate::low).orElse(null),
                    estimate.map(Estimate::high).orElse(null));
        }

        private @Nullable SelectionView selection() {
            return query.folds() == null
                    ? null
                    : new Choice(query.folds(), metric, query.confidence(), loaded.groups()).of(sides, loaded.scores());
        }

        private List<String> notes() {
            return new Remarks(sides, loaded).all();
        }
    }

    static List<PipelineSpec> pipeline(Side side, ComparedMetric metric) {
        MetricSpec spec = metric.spec();
        return side.run().scoring().pipelines().stream()
                .filter(pipeline -> spec != null && pipeline.name().equals(spec.pipeline()))
                .toList();
    }
}
