package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.definition.DefinitionException;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationMetricsTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    @ParameterizedTest
    @CsvSource({"bleu, 32.4069446727242", "chrf, 42.701909538359075", "chrf_pp, 46.405002883287665", "ter, 37.5"})
    void the_metric_of_a_set_is_that_of_its_corpus(String name, double expected) {
        // Given
        CorpusMetric metric = metric(name);
        List<Evidence> evidence = Texts.corpus().segments().stream()
                .map(s -> metric.evidence(s.hypothesis(), new Sample(s.references(), List.of())))
                .toList();

        // When
        Score score = metric.over(evidence);

        // Then
        assertThat(value(score)).isCloseTo(expected, within(1e-10));
    }

    @Test
    void a_sample_alone_has_a_bleu_with_effective_order() {
        // When
        Score score = metric("bleu").score("the cat", Sample.of("the cat sat"));

        // Then
        assertThat(value(score)).isCloseTo(60.653065971263366, within(1e-10));
    }

    @Test
    void a_perfect_translation_is_a_hundred_and_not_a_trifle_more() {
        // When
        Score score = metric("bleu").score("The quick brown fox jumps.", Sample.of("The quick brown fox jumps."));

        // Then
        assertThat(value(score)).isCloseTo(100, within(1e-9)).isLessThanOrEqualTo(100);
    }

    @ParameterizedTest
    @CsvSource({"bleu, 0", "chrf, 0", "chrf_pp, 0", "ter, 100", "nltk_bleu, 0"})
    void no_answer_is_an_empty_translation(String name, double expected) {
        // When
        Score score = registry.create(name, "").score(null, Sample.of("two words"));

        // Then
        assertThat(score).isEqualTo(Score.of(expected));
    }

    @Test
    void a_set_of_nothing_has_no_score() {
        // When
        Score score = metric("chrf").over(List.of());

        // Then
        assertThat(score).isEqualTo(new Score.Unscorable("there is no sample"));
    }

    @Test
    void an_item_without_reference_has_no_evidence() {
        // When
        var refused = assertThatThrownBy(() -> metric("ter").evidence("a", new Sample(List.of(), List.of())));

        // Then
        refused.isInstanceOf(CorpusMetric.UnscorableException.class).hasMessage("the item has no reference");
    }

    @Test
    void parameters_are_those_of_sacrebleu() {
        // Given
        Map<String, Object> written = Map.of(
                "metric", "bleu", "tokenize", "char", "lowercase", true, "smooth_method", "floor", "smooth_value", 0.5);

        // When
        Score score = registry.create(written, "").score("ABCD", Sample.of("abcd"));

        // Then
        assertThat(value(score)).isCloseTo(100, within(1e-9));
    }

    @Test
    void parameters_without_sense_are_refused_where_they_stand() {
        // When
        var order =
                assertThatThrownBy(() -> registry.create(Map.of("metric", "bleu", "max_ngram_order", 0), "metrics[1]"));
        var value =
                assertThatThrownBy(() -> registry.create(Map.of("metric", "bleu", "smooth_value", -0.5), "metrics[1]"));
        var tokenizer =
                assertThatThrownBy(() -> registry.create(Map.of("metric", "bleu", "tokenize", "13b"), "metrics[1]"));
        var method6 = assertThatThrownBy(() ->
                registry.create(Map.of("metric", "nltk_bleu", "smoothing", "method6", "max_order", 2), "metrics[1]"));

        // Then
        order.isInstanceOf(DefinitionException.class).hasMessageContaining("max_ngram_order");
        value.isInstanceOf(DefinitionException.class).hasMessageContaining("smooth_value");
        tokenizer.isInstanceOf(DefinitionException.class).hasMessageContaining("13b");
        method6.isInstanceOf(DefinitionException.class).hasMessageContaining("max_order of 3");
    }

    @Test
    void where_nltk_fails_for_a_translation_it_is_worth_nothing() {
        // Given
        Map<String, Object> written = Map.of("metric", "nltk_bleu", "smoothing", "method6");

        // When
        Score score = registry.create(written, "").score("a b x c", Sample.of("a b y c"));

        // Then
        assertThat(score).isEqualTo(Score.WRONG);
    }

    private CorpusMetric metric(String name) {
        return (CorpusMetric) registry.create(name, "").metric();
    }

    private static double value(Score score) {
        return score.asValue().orElseThrow();
    }
}
