package dev.assay.gateway.subgroups;

import dev.assay.contracts.id.ModelId;
import dev.assay.contracts.run.SubgroupSpec;
import dev.assay.scoring.fairness.SubgroupRates;
import dev.assay.scoring.fairness.SubgroupScores;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Estimate;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sums up a run by subgroups. Samples come item by item, in one fixed order; only the current item is held. A field with more
 * than {@link #MOST_GROUPS} values names no groups, and is dropped with a reason. Not thread-safe.
 */
public final class SubgroupFold {

    /** How many values a field may have. */
    public static final int MOST_GROUPS = 50;

    private static final double CONFIDENCE = 0.95;
    private static final int ROUNDS = 1_000;

    private final SubgroupSpec spec;
    private final Set<String> positive = new HashSet<>();
    private final List<ModelId> models;
    private final List<Metric> metrics;
    private final long seed;
    private final List<Field> fields = new ArrayList<>();
    private final Map<Integer, Asked> current = new HashMap<>();
    private boolean truth;

    /**
     * A score that is a mean over items.
     *
     * @param pipeline whose answers it scores; null if it is no metric of extracted answers
     */
    public record Metric(
            String label, @Nullable String pipeline, Direction direction, double minimum, double maximum) {}

    /** @param seed of the run, which decides how items are resampled */
    public SubgroupFold(SubgroupSpec spec, List<ModelId> models, List<Metric> metrics, long seed) {
        this.spec = spec;
        this.models = List.copyOf(models);
        this.metrics = List.copyOf(metrics);
        this.seed = seed;
        spec.positive().forEach(label -> positive.add(normalised(label)));
        spec.fields().forEach(name -> fields.add(new Field(name)));
    }

    /** Whether a label counts as positive: whatever its case, and the space around it. */
    public boolean isPositive(String label) {
        return positive.contains(normalised(label));
    }

    private static String normalised(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Begins the next item.
     *
     * @param values by field; an item without a value belongs to no group
     * @param isPositive whether its right answer is a positive label
     */
    public void item(Map<String, String> values, boolean isPositive) {
        close();
        truth = isPositive;
        fields.forEach(field -> field.begin(values.get(field.name)));
    }

    /** Adds a scored sample of the current item. */
    public void sample(int model, Map<String, Double> scores, Map<String, String> extracted) {
        Asked asked = current.computeIfAbsent(model, m -> new Asked());
        for (Metric metric : metrics) {
            Double score = scores.get(metric.label());
            if (score != null) {
                asked.scores
                        .computeIfAbsent(metric.label(), label -> new Moments())
                        .add(score);
            }
        }
        asked.repeats++;
        if (!positive.isEmpty()) {
            extracted.forEach((pipeline, label) -> {
                if (isPositive(label)) {
                    asked.positive.merge(pipeline, 1, Integer::sum);
                }
            });
        }
    }

    private void close() {
        current.forEach((model, asked) -> fields.forEach(field -> field.take(model, asked)));
        current.clear();
    }

    /** By field, then model, then metric. */
    public List<SubgroupReport> reports() {
        close();
        List<SubgroupReport> reports = new ArrayList<>();
        for (Field field : fields) {
            for (int model = 0; model < models.size(); model++) {
                Set<String> told = new HashSet<>();
                for (Metric metric : metrics) {
                    SubgroupReport report = field.report(model, metric, told);
                    if (report.problem() != null || !report.groups().isEmpty()) {
                        reports.add(report);
                    }
                }
            }
        }
        return reports;
    }

    /** What one model said to the current item. */
    private static final class Asked {

        private final Map<String, Moments> scores = new HashMap<>();
        private final Map<String, Integer> positive = new HashMap<>();
        private int repeats;
    }

    private record Cell(int model, String name) {}

    /** Everything by the values of one field. */
    private final class Field {

        private final String name;
        private final Set<String> values = new HashSet<>();
        private final Map<Cell, SubgroupScores> scores = new HashMap<>();
        private final Map<Cell, SubgroupRates> rates = new HashMap<>();
        private @Nullable String value;

        Field(String name) {
            this.name = name;
        }

        void begin(@Nullable String itsValue) {
            value = itsValue;
            if (itsValue != null && values.size() <= MOST_GROUPS && values.add(itsValue) && isTooMuch()) {
                scores.clear();
                rates.clear();
            }
        }

        private boolean isTooMuch() {
            return values.size() > MOST_GROUPS;
        }

        void take(int model, Asked asked) {
            String group = value;
            if (group == null || isTooMuch()) {
                return;
            }
            for (Metric metric : metrics) {
                Moments own = asked.scores.get(metric.label());
                if (own != null) {
                    scores.computeIfAbsent(
                                    new Cell(model, metric.label()),
                                    cell -> new SubgroupScores(metric.direction(), metric.minimum(), metric.maximum()))
                            .add(group, own.mean());
                }
            }
            if (!positive.isEmpty()) {
                pipelines()
                        .forEach(pipeline -> rates.computeIfAbsent(
                                        new Cell(model, pipeline), cell -> new SubgroupRates())
                                .add(group, truth, asked.positive.getOrDefault(pipeline, 0), asked.repeats));
            }
        }

        private List<String> pipelines() {
            return metrics.stream()
                    .map(Metric::pipeline)
                    .filter(pipeline -> pipeline != null)
                    .distinct()
                    .toList();
        }

        /** @param told pipelines whose rates are in a report of this model already */
        SubgroupReport report(int model, Metric metric, Set<String> told) {
            SubgroupScores found = scores.getOrDefault(
                    new Cell(model, metric.label()),
                    new SubgroupScores(metric.direction(), metric.minimum(), metric.maximum()));
            String pipeline = metric.pipeline();
            SubgroupRates labels = pipeline == null ? null : rates.get(new Cell(model, pipeline));
            return new SubgroupReport(
                    name,
                    models.get(model),
                    metric.label(),
                    metric.direction() == Direction.LOWER_IS_BETTER,
                    isTooMuch() ? "has more than " + MOST_GROUPS + " values" : null,
                    found.groups(CONFIDENCE).stream().map(SubgroupFold::group).toList(),
                    found.widest(CONFIDENCE).map(SubgroupFold::gap).orElse(null),
                    labels != null && told.add(String.valueOf(pipeline)) ? parity(labels) : null);
        }
    }

    private static SubgroupReport.Group group(SubgroupScores.Group group) {
        Estimate estimate = group.estimate().orElse(null);
        return estimate == null
                ? new SubgroupReport.Group(group.name(), group.items(), true, null, null, null, null)
                : new SubgroupReport.Group(
                        group.name(),
                        group.items(),
                        null,
                        estimate.mean(),
                        estimate.low(),
                        estimate.high(),
                        estimate.low() == null ? null : estimate.intervalName());
    }

    private static SubgroupReport.Gap gap(SubgroupScores.Widest widest) {
        return new SubgroupReport.Gap(
                widest.better(),
                widest.worse(),
                widest.difference(),
                widest.interval().map(Interval::low).orElse(null),
                widest.interval().map(Interval::high).orElse(null),
                widest.isSure(),
                widest.groups());
    }

    private SubgroupReport.Parity parity(SubgroupRates labels) {
        return new SubgroupReport.Parity(
                spec.positive(),
                labels.groups().stream()
                        .map(group -> new SubgroupReport.Rates(
                                group.name(),
                                group.items(),
                                group.selection().orElse(null),
                                group.truePositive().orElse(null),
                                group.falsePositive().orElse(null)))
                        .toList(),
                labels.demographicParity(CONFIDENCE, ROUNDS, random())
                        .map(SubgroupFold::difference)
                        .orElse(null),
                labels.equalizedOdds(CONFIDENCE, ROUNDS, random())
                        .map(SubgroupFold::difference)
                        .orElse(null));
    }

    private static SubgroupReport.Difference difference(SubgroupRates.Parity parity) {
        return new SubgroupReport.Difference(
                parity.difference(), parity.interval().low(), parity.interval().high());
    }

    private RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }
}
