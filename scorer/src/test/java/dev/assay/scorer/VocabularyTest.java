package dev.assay.scorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.scorer.definition.Parameter;
import dev.assay.scorer.extraction.ExtractionPipeline;
import dev.assay.scorer.golden.GoldenFile;
import dev.assay.scorer.metric.MetricRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What a run spec may name, which other services check against, is what the scorer has. */
class VocabularyTest {

    @Test
    void the_vocabulary_of_run_specs_is_that_of_the_registries() throws IOException {
        // Given
        JsonNode vocabulary;
        try (InputStream in = getClass().getResourceAsStream("/dev/assay/contracts/spec/vocabulary.json")) {
            vocabulary = new ObjectMapper().readTree(in);
        }

        // When
        Stream<String> filters = ExtractionPipeline.filters().stream()
                .map(filter -> described(filter.name(), filter.aliases(), filter.parameters()));
        Stream<String> metrics = MetricRegistry.standard().types().stream()
                .map(metric -> described(metric.name(), List.of(), metric.parameters()));

        // Then
        assertThat(words(vocabulary.get("filters"))).containsExactlyInAnyOrderElementsOf(filters.toList());
        assertThat(words(vocabulary.get("metrics"))).containsExactlyInAnyOrderElementsOf(metrics.toList());
    }

    private static String described(String name, List<String> aliases, List<Parameter> parameters) {
        return name
                + aliases
                + parameters.stream()
                        .map(p -> p.name() + p.aliases() + p.kind() + p.required() + p.allowed())
                        .toList();
    }

    private static List<String> words(JsonNode words) {
        return stream(words)
                .map(word -> word.get("name").asText()
                        + GoldenFile.texts(word.path("aliases"))
                        + stream(word.path("parameters"))
                                .map(VocabularyTest::parameter)
                                .toList())
                .toList();
    }

    private static String parameter(JsonNode parameter) {
        return parameter.get("name").asText()
                + GoldenFile.texts(parameter.path("aliases"))
                + parameter.get("kind").asText()
                + parameter.get("required").asBoolean()
                + GoldenFile.texts(parameter.path("allowed"));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
