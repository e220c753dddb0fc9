package dev.assay.scorer.scoring;

import dev.assay.scoring.aggregate.MetricScore;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a sample got.
 *
 * @param extracted by pipeline; a pipeline that found nothing is absent
 * @param scores by metric label; a metric that cannot score the item is absent
 * @param unscored why it cannot, by metric label
 */
public record SampleScores(
        Map<String, String> extracted, Map<String, MetricScore> scores, Map<String, String> unscored) {

    public static final SampleScores NONE = new SampleScores(Map.of(), Map.of(), Map.of());

    public SampleScores {
        extracted = Collections.unmodifiableMap(new TreeMap<>(extracted));
        scores = Collections.unmodifiableMap(new TreeMap<>(scores));
        unscored = Collections.unmodifiableMap(new TreeMap<>(unscored));
    }

    /** These and those of others, whose labels are different ones. */
    public SampleScores and(SampleScores others) {
        if (others.scores.isEmpty() && others.unscored.isEmpty()) {
            return this;
        }
        Map<String, MetricScore> allScores = new TreeMap<>(scores);
        allScores.putAll(others.scores);
        Map<String, String> allUnscored = new TreeMap<>(unscored);
        allUnscored.putAll(others.unscored);
        return new SampleScores(extracted, allScores, allUnscored);
    }
}
