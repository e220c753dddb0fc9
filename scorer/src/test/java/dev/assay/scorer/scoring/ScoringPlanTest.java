package dev.assay.scorer.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.MetricType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringPlanTest {

    private static final List<PipelineSpec> STRIP =
            List.of(new PipelineSpec("default", List.of(new StepSpec("strip", Map.of()))));

    @Test
    void two_pipelines_score_one_answer() {
        // Given
        ScoringPlan plan = ScoringPlan.of(
                List.of(
                        new PipelineSpec(
                                "strict",
                                List.of(new StepSpec("regex", Map.of("pattern", "#### (-?[0-9.,]+)", "group", 1)))),
                        new PipelineSpec("flexible", List.of(new StepSpec("last_number", Map.of())))),
                List.of(
                        new MetricSpec("exact_match@strict", "exact_match", "strict", Map.of()),
                        new MetricSpec("exact_match@flexible", "exact_match", "flexible", Map.of())));

        // When
        SampleScores scores = plan.score("So there are 42 of them.", List.of("42"), List.of());

        // Then
        assertThat(scores.extracted()).containsOnly(Map.entry("flexible", "42"));
        assertThat(scores.scores().get("exact_match@strict").value()).isEqualTo(0);
        assertThat(scores.scores().get("exact_match@strict").extracted()).isFalse();
        assertThat(scores.scores().get("exact_match@flexible").value()).isEqualTo(1);
    }

    @Test
    void every_metric_scores_or_says_why_not_whatever_the_item() {
        // Given
        ScoringPlan plan = all();
        List<String> answers = List.of("", "plum", "0.5", "[0.2, 0.8]", "\u0000\ud800", "NaN", "{\"a\": 1}");
        List<List<String>> references = List.of(List.of(), List.of(""), List.of("plum"), List.of("1", "2", ""));

        // When, Then
        for (String answer : answers) {
            for (List<String> reference : references) {
                SampleScores scores = plan.score(answer, reference, List.of("plum", "fig"));
                assertThat(scores.scores().size() + scores.unscored().size())
                        .isEqualTo(plan.columns().size());
                assertThat(scores.scores())
                        .doesNotContainKeys(scores.unscored().keySet().toArray(new String[0]));
                assertThat(scores.unscored().values()).noneMatch(why -> why.startsWith("the metric failed"));
            }
        }
    }

    @Test
    void an_item_without_a_reference_is_not_scored_by_any_metric_that_needs_one() {
        // When
        SampleScores scores = all().score("plum", List.of(), List.of());

        // Then
        assertThat(scores.scores().keySet()).isEmpty();
        assertThat(scores.unscored().values()).allMatch(why -> why.contains("no ") || why.contains("not"));
    }

    @Test
    void a_list_of_references_where_one_is_expected_is_an_error_of_the_sample() {
        // Given
        ScoringPlan plan = ScoringPlan.of(STRIP, List.of(metric("brier"), metric("exact_match")));

        // When
        SampleScores scores = plan.score("0.25", List.of("1", "0.25"), List.of());

        // Then
        assertThat(scores.unscored())
                .containsOnly(Map.entry("brier", "the item has 2 references where one label is expected"));
        assertThat(scores.scores()).containsOnlyKeys("exact_match");
    }

    @Test
    void what_a_metric_of_a_set_needs_of_a_sample_can_be_had_again_from_what_is_stored() {
        // Given
        ScoringPlan plan = ScoringPlan.of(STRIP, List.of(metric("wer"), metric("exact_match")));
        SampleScores scored = plan.score("a b d", List.of("a b c"), List.of());
        SampleScores stored = new SampleScores(
                scored.extracted(),
                Map.of(
                        "wer",
                        scored.scores().get("wer").withEvidence(null),
                        "exact_match",
                        scored.scores().get("exact_match")),
                Map.of());

        // When
        SampleScores again = plan.evidence(stored, "a b d", List.of("a b c"), List.of());

        // Then
        assertThat(again.scores().get("wer").evidence().counts())
                .isEqualTo(scored.scores().get("wer").evidence().counts());
        assertThat(plan.lowerIsBetter()).containsExactly("wer");
    }

    @Test
    void a_fold_that_compares_answers_gets_what_was_extracted_again_from_what_is_stored() {
        // Given
        MetricSpec majority = new MetricSpec("maj", "exact_match", "default", Map.of(), "maj@3");
        ScoringPlan plan = ScoringPlan.of(STRIP, List.of(majority, metric("exact_match")));
        SampleScores stored = plan.score(" plum ", List.of("plum"), List.of());

        // When
        SampleScores again = plan.evidence(stored, " plum ", List.of("plum"), List.of());

        // Then
        assertThat(plan.needsEvidence()).isTrue();
        assertThat(again.scores().get("maj").answer()).isEqualTo("plum");
        assertThat(again.scores().get("exact_match").answer()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"exact_match, most@3, there is no fold", "wer, pass@2, no scores from 0 to 1", "bleu, maj@2, no scores"
    })
    void a_fold_that_does_not_fit_is_refused(String metric, String repeats, String why) {
        // Given
        MetricSpec spec = new MetricSpec("m", metric, "default", Map.of(), repeats);

        // When
        Throwable refused = catchThrowable(() -> ScoringPlan.of(STRIP, List.of(spec)));

        // Then
        assertThat(refused).isInstanceOf(DefinitionException.class).hasMessageContaining(why);
    }

    private static ScoringPlan all() {
        return ScoringPlan.of(
                STRIP,
                MetricRegistry.standard().types().stream()
                        .map(MetricType::name)
                        // Its model is in an optional module.
                        .filter(name -> !name.equals("embedding_similarity"))
                        .map(ScoringPlanTest::metric)
                        .toList());
    }

    private static MetricSpec metric(String name) {
        return new MetricSpec(name, name, "default", Map.of());
    }
}
