package dev.assay.gateway.comparison;

import dev.assay.contracts.event.MetricAggregate;
import dev.assay.contracts.run.MetricSpec;
import dev.assay.gateway.runs.StoredRun;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.repeats.RepeatFold;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A score of one run's samples.
 *
 * @param label by which scores are stored
 * @param direction which way is better
 * @param minimum the least score; infinite if there is none, or if it is not known
 * @param maximum the greatest
 * @param fold what an item's repeats become
 * @param spec how the run computes it; null for a score that is no metric of the benchmark's, such as a judge's
 */
public record ComparedMetric(
        String label,
        Direction direction,
        double minimum,
        double maximum,
        RepeatFold fold,
        @Nullable MetricSpec spec) {

    private static final MetricRegistry REGISTRY = MetricRegistry.standard();

    /**
     * A run's metric.
     *
     * @param aggregates of the run, which know scores that its benchmark does not name
     * @return empty if the run has no such score
     */
    public static Optional<ComparedMetric> of(StoredRun run, List<MetricAggregate> aggregates, String label) {
        Optional<MetricSpec> spec = run.scoring().metrics().stream()
                .filter(metric -> metric.label().equals(label))
                .findFirst();
        Optional<MetricAggregate> aggregate =
                aggregates.stream().filter(a -> a.metric().equals(label)).findFirst();
        if (spec.isEmpty() && aggregate.isEmpty() && !run.labels().contains(label)) {
            return Optional.empty();
        }
        Optional<MetricType> type = spec.flatMap(ComparedMetric::type);
        Direction direction = aggregate
                .map(a -> a.isLowerBetter() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER)
                .or(() -> type.map(MetricType::direction))
                .orElse(Direction.HIGHER_IS_BETTER);
        RepeatFold fold =
                spec.map(MetricSpec::repeats).flatMap(RepeatFold::parse).orElseGet(RepeatFold.Mean::new);
        return Optional.of(new ComparedMetric(
                label,
                direction,
                type.map(MetricType::minimum).orElse(Double.NEGATIVE_INFINITY),
                type.map(MetricType::maximum).orElse(Double.POSITIVE_INFINITY),
                fold,
                spec.orElse(null)));
    }

    private static Optional<MetricType> type(MetricSpec spec) {
        return REGISTRY.types().stream()
                .filter(type -> type.name().equals(spec.metric()))
                .findFirst();
    }

    /** What it scores by, such as {@code exact_match}. */
    String kind() {
        return spec == null ? label : spec.metric();
    }

    /** The pipeline whose extracted answers the fold of repeats needs; null if it needs none. */
    @Nullable
    String answers() {
        return spec != null && fold.needsAnswers() ? spec.pipeline() : null;
    }

    /** Whether the samples' scores are not what the metric of their set is made from, as of corpus BLEU. */
    public boolean isOfSets() {
        return spec != null && SetMetrics.isOne(spec);
    }

    /** 1 if higher is better, -1 if lower is. */
    double sign() {
        return switch (direction) {
            case HIGHER_IS_BETTER -> 1;
            case LOWER_IS_BETTER -> -1;
        };
    }

    /** The worst score there can be; infinite if there is none. */
    public double worst() {
        return sign() > 0 ? minimum : maximum;
    }

    /** The best score there can be; infinite if there is none. */
    public double best() {
        return sign() > 0 ? maximum : minimum;
    }
}
