package dev.assay.scoring.metric;

import java.util.List;

/** The metrics of this package that can be named. */
final class MatchMetrics {

    private MatchMetrics() {}

    static List<MetricType> types() {
        return List.of(
                ExactMatch.TYPE,
                QuasiExactMatch.TYPE,
                NumericMatch.TYPE,
                ChoiceMatch.TYPE,
                TokenF1.TYPE,
                Contains.TYPE,
                PatternMatch.TYPE);
    }
}
