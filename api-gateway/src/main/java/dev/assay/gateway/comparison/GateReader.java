package dev.assay.gateway.comparison;

import dev.assay.contracts.event.MetricAggregate;
import dev.assay.gateway.database.Database;
import dev.assay.gateway.problem.Refusal;
import dev.assay.scoring.gate.GateScores;
import dev.assay.scoring.gate.GateScores.Baseline;
import dev.assay.scoring.gate.GateScores.Gaps;
import dev.assay.scoring.metric.MetricType.Direction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a gate needs: scores by item, and what they could be where they are missing. Thread-safe. */
public final class GateReader {

    /** Items of both sides, of which each takes about half a kilobyte while a gate decides. */
    private static final long MOST_ITEMS = 1_000_000;

    private final Database database;

    public GateReader(Database database) {
        this.database = database;
    }

    /** The names of a side's scores. */
    public List<String> labels(Side side) {
        return database.read(
                connection -> Comparisons.labels(side.run(), ScoreReader.aggregates(connection, side.run())));
    }

    /**
     * One score of the candidate and of its baseline.
     *
     * @param baseline null: none is needed
     * @param cluster the field of items that belong together; null: items stand alone
     * @return empty if one of them has no such score
     * @throws Refusal if the two compute it in ways that cannot be compared, or are too large
     */
    public Optional<Items> read(Side candidate, @Nullable Side baseline, String metric, @Nullable String cluster) {
        List<Side> sides = baseline == null ? List.of(candidate) : List.of(candidate, baseline);
        long items = sides.stream().mapToLong(s -> s.run().definition().items()).sum();
        if (items > MOST_ITEMS) {
            throw Refusal.conflict("a gate decides on " + MOST_ITEMS + " items at most, and these are " + items);
        }
        return database.write(connection -> {
            ScoreReader.prepare(connection);
            for (Side side : sides) {
                List<MetricAggregate> known = ScoreReader.aggregates(connection, side.run());
                if (!Comparisons.labels(side.run(), known).contains(metric)) {
                    return Optional.empty();
                }
            }
            return Optional.of(items(connection, sides, metric, cluster));
        });
    }

    private static Items items(Connection connection, List<Side> sides, String metric, @Nullable String cluster)
            throws SQLException {
        List<ComparedMetric> metrics = Comparisons.metrics(connection, sides, metric);
        DatasetMatch match = new DatasetMatch();
        ItemScores ours = Comparisons.read(connection, sides.getFirst(), metrics.getFirst(), match, true);
        ItemScores theirs =
                sides.size() < 2 ? null : Comparisons.read(connection, sides.getLast(), metrics.getLast(), match, true);
        return new Items(metrics.getFirst(), ours, theirs, Comparisons.labels(connection, match, "cluster", cluster));
    }

    /** What was read. */
    public static final class Items {
        private final ComparedMetric metric;
        private final ItemScores candidate;
        private final @Nullable ItemScores baseline;
        private final @Nullable ItemLabels clusters;

        Items(
                ComparedMetric metric,
                ItemScores candidate,
                @Nullable ItemScores baseline,
                @Nullable ItemLabels clusters) {
            this.metric = metric;
            this.candidate = candidate;
            this.baseline = baseline;
            this.clusters = clusters;
        }

        public Direction direction() {
            return metric.direction();
        }

        /** The candidate's categories, by name, and the baseline's. */
        public List<String> categories() {
            TreeSet<String> names = new TreeSet<>(candidate.names());
            if (baseline != null) {
                names.addAll(baseline.names());
            }
            return List.copyOf(names);
        }

        /**
         * The scores as a gate takes them.
         *
         * @param category null: all items
         * @param number a score to measure against in the place of the baseline's
         */
        public GateScores scores(@Nullable String category, Optional<Baseline> number) {
            boolean paired = number.isEmpty() && baseline != null;
            Part ours = new Part(candidate, category, baseline);
            Part theirs = paired && baseline != null ? new Part(baseline, category, candidate) : null;
            long missing = ours.missing + (theirs == null ? 0 : theirs.missing);
            Optional<Baseline> seen =
                    number.or(() -> Optional.ofNullable(theirs).map(t -> t.baseline(t.seen)));
            if (missing == 0) {
                return new GateScores(ours.seen, seen, clusterOf(ours));
            }
            boolean places = ours.places && (theirs == null || theirs.places);
            Optional<GateScores> worst = places && ours.isWorstKnown && (theirs == null || theirs.isBestKnown)
                    ? Optional.of(new GateScores(
                            ours.worst,
                            number.or(() -> Optional.ofNullable(theirs).map(t -> t.baseline(t.best))),
                            clusterOf(ours)))
                    : Optional.empty();
            Optional<GateScores> best = places && ours.isBestKnown && (theirs == null || theirs.isWorstKnown)
                    ? Optional.of(new GateScores(
                            ours.best,
                            number.or(() -> Optional.ofNullable(theirs).map(t -> t.baseline(t.worst))),
                            clusterOf(ours)))
                    : Optional.empty();
            return new GateScores(ours.seen, seen, clusterOf(ours), Optional.of(new Gaps(missing, worst, best)));
        }

        private Map<String, String> clusterOf(Part part) {
            Map<String, String> clusterOf = new HashMap<>();
            if (clusters != null) {
                part.keys.forEach((name, key) -> clusterOf.put(name, clusters.cluster(key)));
            }
            return clusterOf;
        }

        /** One side's items of a category, by name, with what they could be. */
        private final class Part {
            final Map<String, double[]> seen = new HashMap<>();
            final Map<String, double[]> worst = new HashMap<>();
            final Map<String, double[]> best = new HashMap<>();
            final Map<String, Long> keys = new HashMap<>();
            final boolean isWorstKnown = Double.isFinite(metric.worst());
            final boolean isBestKnown = Double.isFinite(metric.best());
            /** Whether it is known of every missing item whether it belongs here. */
            boolean places = true;

            long missing;

            Part(ItemScores items, @Nullable String category, @Nullable ItemScores other) {
                for (int i = 0; i < items.size(); i++) {
                    String its = category == null ? null : categoryOf(items, i, other);
                    boolean unknown = category != null && its == null && !items.isSeen(i);
                    if (unknown) {
                        places = false;
                        missing += items.missing(i);
                    } else if (category == null || category.equals(its)) {
                        put(items, i);
                    }
                }
            }

            private @Nullable String categoryOf(ItemScores items, int place, @Nullable ItemScores other) {
                int there = items.isSeen(place) || other == null ? -1 : other.find(items.keys()[place]);
                return there < 0 ? items.category(place) : other == null ? null : other.category(there);
            }

            private void put(ItemScores items, int place) {
                long key = items.keys()[place];
                String name = Long.toString(key);
                missing += items.missing(place);
                keys.put(name, key);
                double[] value = {items.values()[place]};
                if (items.isScored(place)) {
                    seen.put(name, value);
                }
                boolean whole = items.missing(place) == 0;
                worst.put(name, whole ? value : new double[] {items.worst()[place]});
                best.put(name, whole ? value : new double[] {items.best()[place]});
            }

            Baseline baseline(Map<String, double[]> scores) {
                return new Baseline.Items(scores);
            }
        }
    }
}
