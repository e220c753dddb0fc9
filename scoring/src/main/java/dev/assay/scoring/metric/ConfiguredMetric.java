package dev.assay.scoring.metric;

import org.jspecify.annotations.Nullable;

/** A metric together with what is known of its kind. */
public record ConfiguredMetric(MetricType type, Metric metric) implements Metric {

    @Override
    public Score score(@Nullable String prediction, Sample sample) {
        return metric.score(prediction, sample);
    }
}
