package dev.assay.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.metric.ConfiguredMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryMetricsTest {

    @Test
    void the_best_reference_counts() {
        // Given
        ConfiguredMetric metric = metric("rouge1", Map.of());

        // When
        Score score = metric.score("the cat", Sample.of("a dog", "the cat"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
    }

    @Test
    void stems_are_compared_if_wished() {
        // Given
        ConfiguredMetric metric = metric("rougeL", Map.of("use_stemmer", true));

        // When
        Score score = metric.score("jumping foxes", Sample.of("jumped fox"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric("rougeL", Map.of()).score("jumping foxes", Sample.of("jumped fox")))
                .isEqualTo(Score.WRONG);
    }

    @Test
    void sentences_of_a_summary_are_lines_or_are_found() {
        // Given
        Sample sample = Sample.of("One is here. Two is there.");

        // When
        Score found = metric("rougeLsum", Map.of("split_summaries", true)).score("Two is there. One is here.", sample);

        // Then
        assertThat(found).isEqualTo(Score.RIGHT);
        assertThat(metric("rougeLsum", Map.of())
                        .score("Two is there. One is here.", sample)
                        .asValue()
                        .orElseThrow())
                .isLessThan(1);
    }

    @Test
    void meteor_finds_the_words_itself() {
        // Given
        ConfiguredMetric metric = metric("meteor", Map.of("synonyms", List.of("car automobil")));

        // When
        Score score = metric.score("The automobile stopped.", Sample.of("The car stopped."));

        // Then
        assertThat(score.asValue().orElseThrow()).isCloseTo(1 - 0.5 / 64, within(1e-12));
    }

    @Test
    void a_weight_above_one_is_refused_by_name() {
        // When
        var refused = assertThatThrownBy(() -> metric("meteor", Map.of("alpha", 2)));

        // Then
        refused.hasMessageContaining("alpha");
        assertThatThrownBy(() -> metric("meteor", Map.of("beta", -1))).hasMessageContaining("beta");
    }

    private static ConfiguredMetric metric(String name, Map<String, Object> parameters) {
        return MetricRegistry.standard().create(new Definition("metrics[0]", name, parameters));
    }
}
