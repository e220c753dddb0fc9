package dev.assay.scoring.metric;

import org.jspecify.annotations.Nullable;

/** A configured metric: a pure function of prediction and sample, safe for concurrent use. */
public interface Metric {

    /**
     * Scores one prediction.
     *
     * @param prediction the extracted answer or the whole one, as {@link MetricType#needs} says; null if nothing could be
     *     extracted, which is the worst score of the metric
     */
    Score score(@Nullable String prediction, Sample sample);
}
