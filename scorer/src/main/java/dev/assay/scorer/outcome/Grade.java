package dev.assay.scorer.outcome;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.scorer.scoring.SampleScores;
import dev.assay.scoring.aggregate.MetricScore;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a judge gave to a sample under one label.
 *
 * @param value null if it gave none
 * @param reason why it gave none, for people; null if it gave one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Grade(@Nullable Double value, @Nullable String reason) {

    static Grade of(double value) {
        return new Grade(value, null);
    }

    static Grade none(String reason) {
        return new Grade(null, reason);
    }

    /** Grades by label as scores. */
    static SampleScores scores(Map<String, Grade> grades) {
        if (grades.isEmpty()) {
            return SampleScores.NONE;
        }
        Map<String, MetricScore> scores = new TreeMap<>();
        Map<String, String> unscored = new TreeMap<>();
        grades.forEach((label, grade) -> {
            Double value = grade.value();
            if (value != null) {
                scores.put(label, new MetricScore(value, true));
            } else {
                unscored.put(label, String.valueOf(grade.reason()));
            }
        });
        return new SampleScores(Map.of(), scores, unscored);
    }
}
