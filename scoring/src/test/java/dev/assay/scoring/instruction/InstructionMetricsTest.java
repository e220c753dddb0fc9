package dev.assay.scoring.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.Metric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionMetricsTest {

    private static final Sample TWO = Sample.of(
            "{\"instruction_id_list\":[\"punctuation:no_comma\",\"startend:quotation\"],\"kwargs\":[{},{}],\"key\":1}");
    private static final Sample ONE = Sample.of("{\"instruction_id_list\":[\"punctuation:no_comma\"],\"kwargs\":[{}]}");

    @Test
    void a_prompt_counts_if_all_its_instructions_are_followed() {
        // Given
        Metric strict = metric("prompt_level_strict_acc");

        // When
        Score score = strict.score("a b", TWO);

        // Then
        assertThat(score).isEqualTo(Score.WRONG);
        assertThat(strict.score("\"a b\"", TWO)).isEqualTo(Score.RIGHT);
        assertThat(metric("prompt_level_loose_acc").score("Hi,\n\"a b\"", TWO)).isEqualTo(Score.RIGHT);
    }

    @Test
    void instructions_of_all_items_count_alike() {
        // Given
        CorpusMetric metric = (CorpusMetric) metric("inst_level_strict_acc");
        List<CorpusMetric.Evidence> set = List.of(metric.evidence("a b", TWO), metric.evidence("a", ONE));

        // When
        Score score = metric.over(set);

        // Then
        assertThat(score).isEqualTo(Score.of(2.0 / 3));
        assertThat(metric.score("a b", TWO)).isEqualTo(Score.of(0.5));
        assertThat(metric.over(List.of())).isInstanceOf(Score.Unscorable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prompt_level_strict_acc",
                "inst_level_strict_acc",
                "prompt_level_loose_acc",
                "inst_level_loose_acc"
            })
    void no_response_follows_nothing_and_unreadable_instructions_cannot_be_scored(String name) {
        // Given
        Metric metric = metric(name);

        // When
        Score score = metric.score(null, TWO);

        // Then
        assertThat(score).isEqualTo(Score.WRONG);
        assertThat(metric.score("a", Sample.of("no comma"))).isInstanceOf(Score.Unscorable.class);
        assertThat(metric.score("a", Sample.of("{}"))).isInstanceOf(Score.Unscorable.class);
        assertThat(metric.score("a", Sample.of("{\"instruction_id_list\":[\"x\"],\"kwargs\":[]}")))
                .isInstanceOf(Score.Unscorable.class);
        assertThat(metric.score("a", Sample.of("{\"instruction_id_list\":[\"x\"],\"kwargs\":[{}]}")))
                .isInstanceOf(Score.Unscorable.class);
    }

    @Test
    void accuracies_are_shares_of_items_and_of_instructions() {
        // When
        InstructionAccuracy accuracy =
                InstructionAccuracy.of(List.of(List.of(true, false), List.of(true), List.of(false)));

        // Then
        assertThat(accuracy).isEqualTo(new InstructionAccuracy(1.0 / 3, 0.5));
        assertThatThrownBy(() -> InstructionAccuracy.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Metric metric(String name) {
        return MetricRegistry.standard().create(name, "metrics[0]").metric();
    }
}
