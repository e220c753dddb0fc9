package dev.assay.scoring.metric;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.extraction.ExtractionContext;
import dev.assay.scoring.extraction.ExtractionPipeline;
import dev.assay.scoring.golden.GoldenFile;
import dev.assay.scoring.golden.Origin;
import dev.assay.scoring.text.AnswerNormalization;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Metrics against the values of their reference implementations. */
class GoldenMetricTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    @ParameterizedTest
    @EnumSource
    void exact_match_is_that_of_hugging_face(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "exact_match_hf");

        // When
        ToDoubleFunction<JsonNode> mean = c -> {
            Metric metric = registry.create(new Definition("", "exact_match", parameters(c.at("/input/params"))));
            List<String> predictions = GoldenFile.texts(c.at("/input/predictions"));
            List<String> references = GoldenFile.texts(c.at("/input/references"));
            return IntStream.range(0, predictions.size())
                    .mapToDouble(i -> score(metric, predictions.get(i), references.get(i)))
                    .average()
                    .orElseThrow();
        };

        // Then
        golden.allSatisfy(c -> GoldenFile.near(c.get("expected"), mean.applyAsDouble(c), 1e-12));
    }

    @ParameterizedTest
    @EnumSource
    void f1_and_its_normalisation_are_those_of_squad(Origin origin) {
        // Given
        Metric f1 = registry.create("f1", "metrics[0]");

        // When
        GoldenFile golden = GoldenFile.read(origin, "squad_pair");

        // Then
        golden.allSatisfy(c -> {
            String prediction = c.at("/input/prediction").asText();
            List<String> answers = GoldenFile.texts(c.at("/input/answers"));
            List<String> normalized =
                    answers.stream().map(AnswerNormalization::normalize).toList();
            return AnswerNormalization.normalize(prediction)
                            .equals(c.at("/expected/normalized_prediction").asText())
                    && normalized.equals(GoldenFile.texts(c.at("/expected/normalized_answers")))
                    && GoldenFile.near(
                            c.at("/expected/v1_f1"), score(f1, prediction, answers.toArray(String[]::new)), 1e-12);
        });
    }

    @ParameterizedTest
    @EnumSource
    void quasi_exact_match_is_that_of_helm(Origin origin) {
        // Given
        Metric metric = registry.create("quasi_exact_match", "metrics[0]");

        // When
        GoldenFile golden = GoldenFile.read(origin, "helm_reference_metrics");

        // Then
        golden.allSatisfy(c -> GoldenFile.near(
                c.at("/expected/quasi_exact_match"),
                score(metric, c.at("/input/pred").asText(), c.at("/input/gold").asText()),
                0));
    }

    @ParameterizedTest
    @EnumSource
    void extraction_and_exact_match_together_score_gsm8k_as_the_harness_does(Origin origin) {
        // Given
        Map<String, Object> parameters =
                Map.of("ignore_case", true, "regexes_to_ignore", List.of(",", "\\$", "(?s).*#### ", "\\.$"));
        Metric metric = registry.create(new Definition("", "exact_match", parameters));
        Map<String, ExtractionPipeline> pipelines = Map.of(
                "strict", ExtractionPipeline.parse(List.of("strict_number")),
                "flexible", ExtractionPipeline.parse(List.of("flexible_number")));

        // When
        GoldenFile golden = GoldenFile.read(origin, "gsm8k_extraction");

        // Then
        golden.allSatisfy(c -> pipelines.entrySet().stream().allMatch(pipeline -> {
            String extracted = pipeline.getValue()
                    .apply(c.at("/input/response").asText(), ExtractionContext.none())
                    .value()
                    .orElse(null);
            JsonNode expected = c.at("/expected/" + pipeline.getKey() + "/exact_match");
            return GoldenFile.near(
                    expected, score(metric, extracted, c.at("/input/target").asText()), 0);
        }));
    }

    private static Map<String, Object> parameters(JsonNode written) {
        return new ObjectMapper().convertValue(written, new TypeReference<Map<String, Object>>() {});
    }

    private static double score(Metric metric, String prediction, String... references) {
        return metric.score(prediction, Sample.of(references)).asValue().orElseThrow();
    }
}
