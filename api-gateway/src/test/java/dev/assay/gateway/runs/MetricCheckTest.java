package dev.assay.gateway.runs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.run.MetricSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricCheckTest {

    @Test
    void metrics_that_cannot_be_made_are_named_with_their_reason() {
        // Given
        List<MetricSpec> metrics = List.of(
                new MetricSpec("exact_match", "exact_match", "default", Map.of()),
                new MetricSpec("alike", "embedding_similarity", "default", Map.of()),
                new MetricSpec("ece", "ece", "default", Map.of("bins", 0)));

        // When
        List<String> problems = MetricCheck.problems(metrics);

        // Then
        assertThat(problems)
                .containsExactly(
                        "alike: the model of 'embedding_similarity' is in the optional module 'embeddings', which is not"
                                + " installed",
                        "ece: bins: there are 1 to 1000 bins, not 0");
    }
}
