package dev.assay.contracts.spec;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A metric as somebody asked for it.
 *
 * @param metric its name
 * @param pipeline the extraction pipeline whose result it scores; null: each one
 * @param label the author's own name for the score, or null
 * @param parameters of the metric
 */
public record MetricUse(
        String metric, @Nullable String pipeline, @Nullable String label, Map<String, Object> parameters) {

    public MetricUse {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** The same metric over whatever pipelines there are. Labels that named a pipeline are formed anew. */
    MetricUse overAnyPipeline() {
        return new MetricUse(metric, null, label == null || label.indexOf('@') >= 0 ? null : label, parameters);
    }
}
