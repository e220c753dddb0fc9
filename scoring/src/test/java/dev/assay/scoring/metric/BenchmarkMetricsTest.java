package dev.assay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.definition.Definition;
import dev.assay.scoring.definition.DefinitionException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The metrics of benchmarks and suites, made by their names. */
class BenchmarkMetricsTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    @ParameterizedTest
    @CsvSource({
        "squad_em,The Paris.,paris,1",
        "squad_f1,the,a,0",
        "squad_v2_f1,the,a,1",
        "squad_v2_em,'','',1",
        "drop_em,'1,000',1000,1",
        "drop_f1,Tom Brady,Brady,0.67",
        "drop_fuzzy,Answer: 7,7,1",
        "math_equiv_hendrycks,\\dfrac12,1/2,1",
        "math_equiv_minerva,0.5,1/2,1",
        "prefix_exact_match,Yes it is,Yes,1",
        "helm_f1,cat cat,cat,1",
        "inspect_f1,It is Paris here,Paris,0.4",
        "gsm8k,#### 7,So #### 7,1",
        "mgsm,Answer: 7.,7,1",
        "inspect_match,It is 7.,7,1"
    })
    void a_prediction_is_compared_with_a_reference(String name, String prediction, String reference, double expected) {
        // When
        Score score = registry.create(name, "").score(prediction, Sample.of(reference));

        // Then
        assertThat(score.asValue()).contains(expected);
    }

    @Test
    void parameters_choose_among_variants() {
        // Given
        Map<String, Object> flexible = Map.of("extraction", "flexible");
        Map<String, Object> french = Map.of("language", "fr");
        Map<String, Object> spans = Map.of("span_separator", "|");
        Map<String, Object> exact = Map.of("location", "exact", "numeric", true);

        // When / Then
        assertThat(score("gsm8k", flexible, "so 7.", "#### 7")).isEqualTo(Score.RIGHT);
        assertThat(score("mgsm", french, "Réponse : 7", "7")).isEqualTo(Score.RIGHT);
        assertThat(score("drop_em", spans, "b|a", "a|b")).isEqualTo(Score.RIGHT);
        assertThat(score("inspect_match", exact, "7.0", "7")).isEqualTo(Score.RIGHT);
    }

    @Test
    void a_reference_without_what_is_compared_cannot_be_scored() {
        // When
        Score openai = score("gsm8k", Map.of("extraction", "openai"), "#### 7", "7");
        Score blank = score("drop_f1", Map.of(), "x", " ");

        // Then
        assertThat(openai).isInstanceOf(Score.Unscorable.class);
        assertThat(blank).isInstanceOf(Score.Unscorable.class);
    }

    @Test
    void values_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> score("mgsm", Map.of("prefix", ""), "x", "y"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("prefix");
        assertThatThrownBy(() -> score("gsm8k", Map.of("extraction", "strct"), "x", "y"))
                .isInstanceOf(DefinitionException.class);
    }

    private Score score(String name, Map<String, Object> parameters, String prediction, String reference) {
        return registry.create(new Definition("metrics[0]", name, parameters)).score(prediction, Sample.of(reference));
    }
}
