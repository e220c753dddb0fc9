package dev.assay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.definition.DefinitionException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class MetricRegistryTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    /** But for those whose models are in optional modules. */
    private final List<MetricType> installed = registry.types().stream()
            .filter(type -> !type.name().equals("embedding_similarity"))
            .toList();

    @Test
    void the_metrics_of_the_first_version_are_all_there_with_range_and_direction() {
        // When
        List<MetricType> types = registry.types();

        // Then
        assertThat(types)
                .extracting(MetricType::name)
                .doesNotHaveDuplicates()
                .contains("exact_match", "quasi_exact_match", "numeric", "choice", "f1", "contains");
        assertThat(types.subList(0, 6)).allSatisfy(type -> {
            assertThat(type.minimum()).isZero();
            assertThat(type.maximum()).isEqualTo(1);
            assertThat(type.direction()).isEqualTo(MetricType.Direction.HIGHER_IS_BETTER);
            assertThat(type.version()).isEqualTo(1);
        });
    }

    @Test
    void metrics_that_look_for_the_answer_themselves_look_at_the_whole() {
        // When
        List<String> wholeAnswer = registry.types().stream()
                .filter(type -> type.needs() == MetricType.Needs.ANSWER)
                .map(MetricType::name)
                .toList();

        // Then
        assertThat(wholeAnswer)
                .contains(
                        "contains",
                        "gsm8k",
                        "mgsm",
                        "inspect_match",
                        "prompt_level_strict_acc",
                        "inst_level_strict_acc",
                        "prompt_level_loose_acc",
                        "inst_level_loose_acc")
                .doesNotContain("exact_match", "squad_f1", "rouge1");
    }

    @Test
    void an_unknown_metric_is_named_together_with_the_nearest() {
        // When
        var refused = assertThatThrownBy(() -> registry.create("exact-mach", "metrics[2]"));

        // Then
        refused.asInstanceOf(InstanceOfAssertFactories.type(DefinitionException.class))
                .satisfies(e -> assertThat(e.path()).isEqualTo("metrics[2]"))
                .satisfies(e -> assertThat(e.nearest()).contains("exact_match"))
                .satisfies(e -> assertThat(e).hasMessageContaining("unknown metric 'exact-mach'"));
    }

    @Test
    void an_unknown_parameter_is_named_together_with_the_nearest() {
        // When
        var refused =
                assertThatThrownBy(() -> registry.create(Map.of("metric", "numeric", "tolerence", 0.1), "metrics[0]"));

        // Then
        refused.hasMessageStartingWith("metrics[0].tolerence: unknown parameter of metric 'numeric': 'tolerence';"
                + " did you mean 'tolerance'?");
    }

    @Test
    void an_answer_that_could_not_be_extracted_has_the_worst_score_where_more_is_better() {
        // Given
        Sample sample = new Sample(List.of("1"), List.of("0", "1"));

        // When
        List<Score> scores = installed.stream()
                .filter(type -> type.direction() == MetricType.Direction.HIGHER_IS_BETTER)
                // Their references are instructions, not answers; InstructionMetricsTest says the same of them.
                .filter(type -> !type.name().contains("_level_"))
                .map(type -> registry.create(type.name(), "").score(null, sample))
                .toList();

        // Then
        assertThat(scores).containsOnly(Score.WRONG);
    }

    @Test
    void an_item_without_references_cannot_be_scored() {
        // Given
        Sample sample = new Sample(List.of(), List.of());

        // When
        List<Score> scores = installed.stream()
                .map(type -> registry.create(type.name(), "").score("1", sample))
                .toList();

        // Then
        assertThat(scores).containsOnly(new Score.Unscorable("the item has no reference"));
    }
}
