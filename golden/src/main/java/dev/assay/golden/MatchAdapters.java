package dev.assay.golden;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Exact and nearly exact match. */
final class MatchAdapters {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final MetricRegistry REGISTRY = MetricRegistry.standard();

    private MatchAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of("exact_match_hf", MatchAdapters::exactMatchHf);
    }

    private static Object exactMatchHf(JsonNode golden) {
        JsonNode input = golden.get("input");
        Map<String, Object> parameters = JSON.convertValue(input.get("params"), new TypeReference<>() {});
        Metric metric = REGISTRY.create(new Definition("", "exact_match", parameters));
        List<String> predictions = Json.texts(input.get("predictions"));
        List<String> references = Json.texts(input.get("references"));
        return IntStream.range(0, predictions.size())
                .mapToDouble(i -> value(metric.score(predictions.get(i), Sample.of(references.get(i)))))
                .average()
                .orElseThrow();
    }

    private static double value(Score score) {
        return score.asValue().orElse(Double.NaN);
    }
}
