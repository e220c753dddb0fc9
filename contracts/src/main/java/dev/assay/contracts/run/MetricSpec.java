package dev.assay.contracts.run;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One score that a sample gets.
 *
 * @param label names the score within its benchmark; unique there
 * @param metric the metric's name in the scorer's registry
 * @param pipeline the extraction pipeline whose result is scored
 * @param parameters of the metric
 */
public record MetricSpec(String label, String metric, String pipeline, Map<String, Object> parameters) {

    public MetricSpec {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }
}
