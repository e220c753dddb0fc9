package dev.assay.scoring.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.definition.Definition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {

    @Test
    void exact_match_compares_with_every_reference_and_keeps_white_space() {
        // Given
        Metric metric = metric("exact_match", Map.of());

        // When
        Score score = metric.score("Paris", Sample.of("Lutetia", "Paris"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric.score(" Paris", Sample.of("Paris"))).isEqualTo(Score.WRONG);
        assertThat(metric.score("", Sample.of(""))).isEqualTo(Score.RIGHT);
    }

    @Test
    void exact_match_folds_patterns_then_case_then_punctuation_then_digits() {
        // Given
        Metric metric = metric(
                "exact_match",
                Map.of(
                        "regexes_to_ignore", List.of("X", "Y$"),
                        "ignore_case", true,
                        "ignore_punctuation", true,
                        "ignore_numbers", true));

        // When
        Score score = metric.score("Xx-1YX", Sample.of("x"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric.score("xy", Sample.of("x"))).isEqualTo(Score.WRONG);
    }

    @Test
    void lower_casing_for_a_match_is_that_of_unicode() {
        // Given
        Metric metric = metric("exact_match", Map.of("ignore_case", true));

        // When
        Score score = metric.score("\u0130STANBUL", Sample.of("i\u0307stanbul"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric.score("STRASSE", Sample.of("straße"))).isEqualTo(Score.WRONG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,234|1234|1",
                "$18|18|1",
                "18.0|18|1",
                "18.|18|1",
                "−5|-5|1",
                "1e3|1,000|1",
                "0.1|0.10000000000000000001|0",
                "18|19|0",
                "eighteen|18|0",
                "18 dollars|18|0",
                "50%|50|1",
                "50%|0.5|0",
                "1e400000000|1|0",
            })
    void numbers_are_equal_however_they_are_written(String prediction, String reference, double expected) {
        // Given
        Metric metric = metric("numeric", Map.of());

        // When
        Score score = metric.score(prediction, Sample.of(reference));

        // Then
        assertThat(score.asValue()).contains(expected);
    }

    @Test
    void the_larger_of_absolute_and_relative_tolerance_counts() {
        // Given
        Metric metric = metric("numeric", Map.of("absolute_tolerance", 0.5, "relative_tolerance", "0.01"));

        // When
        Score score = metric.score("101", Sample.of("100"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric.score("101.01", Sample.of("100"))).isEqualTo(Score.WRONG);
        assertThat(metric.score("0.5", Sample.of("0"))).isEqualTo(Score.RIGHT);
        assertThat(metric.score("-0.51", Sample.of("0"))).isEqualTo(Score.WRONG);
    }

    @Test
    void a_percent_sign_has_the_one_meaning_that_was_chosen() {
        // Given
        Metric fraction = metric("numeric", Map.of("percent", "fraction"));
        Metric strict = metric("numeric", Map.of("percent", "strict"));

        // When
        Score score = fraction.score("50%", Sample.of("0.5"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(fraction.score("50%", Sample.of("50"))).isEqualTo(Score.WRONG);
        assertThat(strict.score("50%", Sample.of("50"))).isEqualTo(Score.WRONG);
        assertThat(strict.score("50%", Sample.of("50.0 %"))).isEqualTo(Score.RIGHT);
    }

    @Test
    void a_reference_that_is_no_number_cannot_be_scored_but_another_one_can() {
        // Given
        Metric metric = metric("numeric", Map.of());

        // When
        Score score = metric.score("7", Sample.of("seven"));

        // Then
        assertThat(score).isEqualTo(new Score.Unscorable("the reference is not a number"));
        assertThat(metric.score("7", Sample.of("seven", "8"))).isEqualTo(Score.WRONG);
        assertThat(metric.score("7", Sample.of("seven", "7"))).isEqualTo(Score.RIGHT);
    }

    @Test
    void a_negative_tolerance_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> metric("numeric", Map.of("absolute_tolerance", -1)));

        // Then
        refused.hasMessage("metrics[0].absolute_tolerance: a tolerance is not negative");
    }

    @ParameterizedTest
    @CsvSource({"B,B,1", "b,B,1", "B,1,1", "green,B,1", "Green,1,1", "C,B,0", "D,B,0", "purple,B,0", "B,green,1"})
    void a_choice_is_named_by_letter_text_or_number(String prediction, String reference, double expected) {
        // Given
        Sample sample = new Sample(List.of(reference), List.of("red", "green", "blue"));

        // When
        Score score = metric("choice", Map.of()).score(prediction, sample);

        // Then
        assertThat(score.asValue()).contains(expected);
    }

    @Test
    void options_that_look_like_numbers_or_letters_are_told_apart_by_the_target() {
        // Given
        List<String> choices = List.of("1", "0", "A");

        // When
        Score byIndex = metric("choice", Map.of("target", "index")).score("B", new Sample(List.of("1"), choices));

        // Then
        assertThat(byIndex).isEqualTo(Score.RIGHT);
        assertThat(metric("choice", Map.of("target", "text")).score("A", new Sample(List.of("1"), choices)))
                .isEqualTo(Score.RIGHT);
        assertThat(metric("choice", Map.of("target", "text")).score("C", new Sample(List.of("A"), choices)))
                .isEqualTo(Score.RIGHT);
        assertThat(metric("choice", Map.of("target", "letter")).score("A", new Sample(List.of("A"), choices)))
                .isEqualTo(Score.RIGHT);
    }

    @Test
    void a_reference_that_names_no_option_cannot_be_scored() {
        // Given
        Sample sample = new Sample(List.of("E"), List.of("red", "green"));

        // When
        Score score = metric("choice", Map.of()).score("A", sample);

        // Then
        assertThat(score).isEqualTo(new Score.Unscorable("the reference names no option"));
        assertThat(metric("choice", Map.of()).score("E", Sample.of("e"))).isEqualTo(Score.RIGHT);
    }

    @Test
    void f1_counts_every_shared_word_as_often_as_both_have_it() {
        // When
        Score score = metric("f1", Map.of()).score("The two, two TWO cats", Sample.of("two two dogs"));

        // Then
        assertThat(score.asValue().orElseThrow()).isCloseTo(2.0 * 2 / (4 + 3), within(1e-15));
    }

    @Test
    void f1_of_nothing_is_0_even_against_nothing() {
        // When
        Score score = metric("f1", Map.of()).score("the", Sample.of("a"));

        // Then
        assertThat(score).isEqualTo(Score.WRONG);
    }

    @Test
    void a_pattern_is_searched_in_the_whole_answer() {
        // Given
        Metric one = metric("regex", Map.of("pattern", "(?m)^Answer: \\d+$"));
        Metric references = metric("regex", Map.of("ignore_case", true));

        // When
        Score score = one.score("Well.\nAnswer: 12", Sample.of("unused"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(one.score("The answer: 12", Sample.of())).isEqualTo(Score.WRONG);
        assertThat(references.score("It is PARIS.", Sample.of("lyon", "\\bparis\\b")))
                .isEqualTo(Score.RIGHT);
        assertThat(references.score("Comparison", Sample.of("\\bparis\\b"))).isEqualTo(Score.WRONG);
        assertThat(references.score("x", Sample.of("(")).asValue()).isEmpty();
        assertThat(references.score("x", Sample.of("")).asValue()).isEmpty();
    }

    @Test
    void contains_looks_for_a_reference_anywhere() {
        // Given
        Metric metric = metric("contains", Map.of("ignore_case", true));

        // When
        Score score = metric.score("It is PARIS, of course", Sample.of("London", "paris"));

        // Then
        assertThat(score).isEqualTo(Score.RIGHT);
        assertThat(metric("contains", Map.of()).score("It is PARIS", Sample.of("Paris")))
                .isEqualTo(Score.WRONG);
        assertThat(metric.score("anything", Sample.of(""))).isEqualTo(new Score.Unscorable("the reference is empty"));
    }

    @Test
    void a_score_is_never_infinite_or_nan() {
        // When
        var refused = assertThatThrownBy(() -> new Score.Value(Double.NaN));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }

    private static Metric metric(String name, Map<String, Object> parameters) {
        return MetricRegistry.standard().create(new Definition("metrics[0]", name, parameters));
    }
}
