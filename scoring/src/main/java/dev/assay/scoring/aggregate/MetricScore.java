package dev.assay.scoring.aggregate;

/**
 * One metric's score of a sample.
 *
 * @param value finite, in the metric's range
 * @param extracted false if no answer could be extracted, so that the score is the worst for that reason
 */
public record MetricScore(double value, boolean extracted) {

    public MetricScore {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a score is finite, not " + value);
        }
    }
}
