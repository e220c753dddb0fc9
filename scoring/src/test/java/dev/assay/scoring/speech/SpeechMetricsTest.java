package dev.assay.scoring.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.MetricRegistry;
import dev.assay.scoring.metric.Sample;
import dev.assay.scoring.metric.Score;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeechMetricsTest {

    private final MetricRegistry registry = MetricRegistry.standard();

    @ParameterizedTest
    @CsvSource({"wer, 0.5", "mer, 0.4", "wil, 0.4375", "cer, 0.6"})
    void the_rate_of_a_set_is_that_of_its_summed_counts(String name, double expected) {
        // Given
        CorpusMetric metric = metric(name);

        // When
        Score score = metric.over(
                List.of(metric.evidence("i am", Sample.of("i")), metric.evidence("i good", Sample.of("am i good"))));

        // Then
        assertThat(score).isEqualTo(Score.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"wer", "mer", "wil", "cer"})
    void no_answer_is_all_wrong(String name) {
        // When
        Score score = metric(name).score(null, Sample.of("two words"));

        // Then
        assertThat(score).isEqualTo(Score.of(1));
    }

    @Test
    void of_several_references_the_nearest_counts() {
        // When
        Score score = metric("wer").score("a b c", Sample.of("x y", "a b d", "z"));

        // Then
        assertThat(score).isEqualTo(Score.of(1.0 / 3));
    }

    @Test
    void the_transform_is_a_parameter() {
        // Given
        Map<String, Object> written = Map.of("metric", "wer", "transform", "standardize");

        // When
        Score score = registry.create(written, "").score("It's [um] FINE", Sample.of("it is fine"));

        // Then
        assertThat(score).isEqualTo(Score.of(0));
    }

    @Test
    void without_reference_or_sample_there_is_no_score() {
        // Given
        CorpusMetric metric = metric("cer");
        Sample none = new Sample(List.of(), List.of());

        // When
        Score alone = metric.score("a", none);
        Score set = metric.over(List.of());
        var evidence = assertThatThrownBy(() -> metric.evidence("a", none));

        // Then
        assertThat(alone).isEqualTo(new Score.Unscorable("the item has no reference"));
        assertThat(set).isEqualTo(new Score.Unscorable("there is no sample"));
        evidence.isInstanceOf(CorpusMetric.UnscorableException.class);
    }

    @Test
    void likenesses_take_the_best_reference() {
        // When
        Score levenshtein = registry.create("levenshtein_similarity", "").score("kitten", Sample.of("x", "sitten"));
        Score winkler = registry.create("jaro_winkler", "").score("same", Sample.of("other", "same"));

        // Then
        assertThat(levenshtein).isEqualTo(Score.of(1 - 1.0 / 6));
        assertThat(winkler).isEqualTo(Score.RIGHT);
    }

    private CorpusMetric metric(String name) {
        return (CorpusMetric) registry.create(name, "").metric();
    }
}
