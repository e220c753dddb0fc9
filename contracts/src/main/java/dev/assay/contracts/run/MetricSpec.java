package dev.assay.contracts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One score that a sample gets.
 *
 * @param label names the score within its benchmark; unique there
 * @param metric the metric's name in the scorer's registry
 * @param pipeline the extraction pipeline whose result is scored
 * @param parameters of the metric
 * @param repeats what an item's repeats are folded into, such as {@code pass@5} or {@code maj@3}; null: their mean
 */
public record MetricSpec(
        String label,
        String metric,
        String pipeline,
        Map<String, Object> parameters,
        @Nullable String repeats) {

    public MetricSpec {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** A metric whose repeats are averaged. */
    public MetricSpec(String label, String metric, String pipeline, Map<String, Object> parameters) {
        this(label, metric, pipeline, parameters, null);
    }
}
