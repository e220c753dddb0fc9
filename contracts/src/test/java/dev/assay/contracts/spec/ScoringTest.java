package dev.assay.contracts.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contracts.run.MetricSpec;
import dev.assay.contracts.run.PipelineSpec;
import dev.assay.contracts.run.StepSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final PipelineSpec ONE = pipeline("default");
    private static final PipelineSpec STRICT = pipeline("strict");
    private static final PipelineSpec FLEXIBLE = pipeline("flexible");

    @Test
    void over_one_pipeline_a_metric_has_its_own_name() {
        // Given
        Scoring scoring = new Scoring(List.of(ONE), List.of(use("f1", null, null), use("f1", null, "loose")));

        // When
        Scoring.Resolution resolution = scoring.resolve();

        // Then
        assertThat(resolution)
                .isEqualTo(new Scoring.Resolution.Resolved(
                        List.of(metric("f1", "f1", "default"), metric("loose", "f1", "default"))));
    }

    @Test
    void over_several_pipelines_a_metric_without_one_applies_to_each() {
        // Given
        Scoring scoring = new Scoring(
                List.of(STRICT, FLEXIBLE),
                List.of(use("exact_match", null, null), use("f1", "flexible", null), use("f1", "strict", "overlap")));

        // When
        Scoring.Resolution resolution = scoring.resolve();

        // Then
        assertThat(resolution)
                .isEqualTo(new Scoring.Resolution.Resolved(List.of(
                        metric("exact_match@strict", "exact_match", "strict"),
                        metric("exact_match@flexible", "exact_match", "flexible"),
                        metric("f1@flexible", "f1", "flexible"),
                        metric("overlap", "f1", "strict"))));
    }

    @Test
    void what_does_not_fit_is_named() {
        // Given
        Scoring scoring = new Scoring(
                List.of(STRICT), List.of(use("f1", null, null), use("f1", "strikt", null), use("numeric", null, "f1")));

        // When
        Scoring.Resolution resolution = scoring.resolve();

        // Then
        assertThat(((Scoring.Resolution.Unresolved) resolution).misfits())
                .extracting(m -> m.metric() + "." + m.key() + ": " + m.message())
                .containsExactly(
                        "1.pipeline: there is no extraction pipeline 'strikt'",
                        "2.label: gives the same score name as metrics[0], 'f1'");
    }

    @Test
    void what_a_run_says_takes_the_place_of_what_its_benchmark_says() {
        // Given
        Scoring benchmark = new Scoring(List.of(STRICT, FLEXIBLE), List.of(use("f1", "strict", "f1@strict")));
        Scoring metricsOnly = new Scoring(List.of(), List.of(use("numeric", "flexible", null)));
        Scoring extractOnly = new Scoring(List.of(ONE), List.of());

        // Then
        assertThat(Scoring.NONE.over(benchmark)).isEqualTo(benchmark);
        assertThat(metricsOnly.over(benchmark))
                .isEqualTo(new Scoring(List.of(STRICT, FLEXIBLE), List.of(use("numeric", "flexible", null))));
        assertThat(extractOnly.over(benchmark)).isEqualTo(new Scoring(List.of(ONE), List.of(use("f1", null, null))));
        assertThat(Scoring.NONE.over(Scoring.NONE).over(Scoring.DEFAULT)).isEqualTo(Scoring.DEFAULT);
    }

    private static PipelineSpec pipeline(String name) {
        return new PipelineSpec(name, List.of(new StepSpec("strip", Map.of())));
    }

    private static MetricUse use(String metric, String pipeline, String label) {
        return new MetricUse(metric, pipeline, label, Map.of());
    }

    private static MetricSpec metric(String label, String metric, String pipeline) {
        return new MetricSpec(label, metric, pipeline, Map.of());
    }
}
