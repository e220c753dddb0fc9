package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.TaskId;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scores of one answered sample.
 *
 * @param extracted by pipeline; a pipeline that found no answer is absent
 * @param scores by metric label
 * @param unscored why a metric has no score of this sample, by its label; for people, holds no part of the answer
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SampleScore(
        TaskId taskId, Map<String, String> extracted, Map<String, Double> scores, Map<String, String> unscored) {

    public SampleScore {
        extracted = extracted == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(extracted));
        scores = scores == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(scores));
        unscored = unscored == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(unscored));
    }

    /** Of a sample that each metric could score. */
    public SampleScore(TaskId taskId, Map<String, String> extracted, Map<String, Double> scores) {
        this(taskId, extracted, scores, Map.of());
    }
}
