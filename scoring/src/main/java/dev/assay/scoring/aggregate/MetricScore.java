package dev.assay.scoring.aggregate;

import dev.assay.scoring.metric.CorpusMetric;
import org.jspecify.annotations.Nullable;

/**
 * One metric's score of a sample.
 *
 * @param value finite, in the metric's range
 * @param extracted false if no answer could be extracted, so that the score is the worst for that reason
 * @param evidence what the sample contributes to a metric of a set; null for a metric that is a mean
 * @param answer what was scored, for a fold of repeats that compares answers; null for all others, and if nothing was found
 */
public record MetricScore(
        double value,
        boolean extracted,
        CorpusMetric.@Nullable Evidence evidence,
        @Nullable String answer) {

    public MetricScore {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score is finite, not " + value);
        }
    }

    /** The score of a metric whose value for a set is the mean. */
    public MetricScore(double value, boolean extracted) {
        this(value, extracted, null, null);
    }

    public MetricScore withEvidence(CorpusMetric.@Nullable Evidence found) {
        return new MetricScore(value, extracted, found, answer);
    }

    public MetricScore withAnswer(@Nullable String scored) {
        return new MetricScore(value, extracted, evidence, scored);
    }
}
