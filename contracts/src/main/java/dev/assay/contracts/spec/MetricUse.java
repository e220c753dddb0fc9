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
 * @param repeats what an item's repeats are folded into; null: their mean
 */
public record MetricUse(
        String metric,
        @Nullable String pipeline,
        @Nullable String label,
        Map<String, Object> parameters,
        @Nullable String repeats) {

    public MetricUse {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    /** A metric whose repeats are averaged. */
    public MetricUse(String metric, @Nullable String pipeline, @Nullable String label, Map<String, Object> parameters) {
        this(metric, pipeline, label, parameters, null);
    }

    /** The author's label, else the metric's name and how its repeats are folded. */
    String name() {
        if (label != null) {
            return label;
        }
        return repeats == null ? metric : metric + " " + repeats;
    }

    /** The same metric over whatever pipelines there are. Labels that named a pipeline are formed anew. */
    MetricUse overAnyPipeline() {
        return new MetricUse(
                metric, null, label == null || label.indexOf('@') >= 0 ? null : label, parameters, repeats);
    }
}
