package dev.assay.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.assay.contracts.id.TaskId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The scores of one answered sample.
 *
 * @param extracted by pipeline; a pipeline that found no answer is absent
 * @param scores by metric label
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SampleScore(TaskId taskId, Map<String, String> extracted, Map<String, Double> scores) {

    public SampleScore {
        extracted = extracted == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(extracted));
        scores = scores == null ? Map.of() : java.util.Collections.unmodifiableMap(new TreeMap<>(scores));
    }
}
