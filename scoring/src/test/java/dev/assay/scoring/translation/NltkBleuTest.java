package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of NLTK for the same words. */
class NltkBleuTest {

    private static final double[] EVEN = {0.25, 0.25, 0.25, 0.25};

    @ParameterizedTest
    @CsvSource({
        "method0, 0.4728708045015879",
        "method1, 0.4728708045015879",
        "method2, 0.5814307369682193",
        "method3, 0.4728708045015879",
        "method4, 0.4728708045015879",
        "method5, 0.5371530186728025",
        "method6, 0.4389567106555396",
        "method7, 0.5371530186728025",
    })
    void a_sentence_scores_as_in_nltk(String method, double expected) {
        // Given
        NltkBleu.Segment segment = segment("the cat sat on a mat today", "the cat sat on the mat", "a cat sat today");

        // When
        double score = NltkBleu.sentence(segment, EVEN, NltkSmoothing.named(method));

        // Then
        assertThat(score).isCloseTo(expected, within(1e-12));
    }

    @Test
    void google_bleu_is_the_lesser_of_precision_and_recall() {
        // When
        double score =
                NltkBleu.gleu(segment("the cat sat on a mat today", "the cat sat on the mat", "a cat sat today"));

        // Then
        assertThat(score).isEqualTo(0.5);
    }

    @Test
    void without_a_matching_word_there_is_nothing_to_smooth() {
        // When
        double unlike = NltkBleu.sentence(segment("a b c", "x y z"), EVEN, NltkSmoothing.METHOD1);
        double empty = NltkBleu.gleu(segment("", ""));

        // Then
        assertThat(unlike).isZero();
        assertThat(empty).isZero();
    }

    @Test
    void an_order_without_a_match_leaves_next_to_nothing_unless_smoothed() {
        // Given
        NltkBleu.Segment segment = segment("a b", "a b");

        // When
        double score = NltkBleu.sentence(segment, EVEN, NltkSmoothing.METHOD0);

        // Then
        assertThat(score).isBetween(0.0, 1e-100).isPositive();
    }

    @Test
    void method6_needs_a_matching_trigram() {
        // When
        var refused =
                assertThatThrownBy(() -> NltkBleu.sentence(segment("a b x c", "a b y c"), EVEN, NltkSmoothing.METHOD6));

        // Then
        refused.isInstanceOf(NltkSmoothing.Unusable.class);
    }

    private static NltkBleu.Segment segment(String hypothesis, String... references) {
        return new NltkBleu.Segment(
                words(hypothesis),
                List.of(references).stream().map(NltkBleuTest::words).toList());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" "));
    }
}
