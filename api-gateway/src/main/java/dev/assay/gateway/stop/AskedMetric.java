package dev.assay.gateway.stop;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.ConfiguredMetric;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a question may be asked of.
 *
 * @param minimum the least score of a sample
 * @param maximum the greatest
 */
public record AskedMetric(double minimum, double maximum, boolean lowerIsBetter) {

    /** Why no question can be asked of a metric, as a clause, or null if one can. */
    public static @Nullable String objection(MetricSpec spec) {
        Optional<ConfiguredMetric> found = find(spec);
        if (found.isEmpty()) {
            return "is not computed while the run goes on";
        }
        if (found.get().metric() instanceof CorpusMetric) {
            return "is a value of a whole set, not a mean over samples";
        }
        if (spec.repeats() != null && !spec.repeats().equals("mean")) {
            return "is no mean over samples, but " + spec.repeats() + " of an item's repeats";
        }
        MetricType type = found.get().type();
        boolean bounded = Double.isFinite(type.minimum()) && Double.isFinite(type.maximum());
        return bounded ? null : "has no least or no greatest score, so that one answer could change any mean";
    }

    /** The metric, if a question can be asked of it. */
    public static Optional<AskedMetric> of(MetricSpec spec) {
        return objection(spec) == null ? find(spec).map(ConfiguredMetric::type).map(AskedMetric::of) : Optional.empty();
    }

    private static AskedMetric of(MetricType type) {
        return new AskedMetric(
                type.minimum(), type.maximum(), type.direction() == MetricType.Direction.LOWER_IS_BETTER);
    }

    private static Optional<ConfiguredMetric> find(MetricSpec spec) {
        Map<String, Object> definition = new HashMap<>(spec.parameters());
        definition.put("name", spec.metric());
        try {
            return Optional.of(MetricRegistry.standard().create(definition, "metrics." + spec.label()));
        } catch (DefinitionException e) {
            // What is wrong with it was said where metrics are checked.
            return Optional.empty();
        }
    }
}
