package dev.assay.scoring.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of jiwer 4 for the same texts. */
class ErrorRatesTest {

    @ParameterizedTest
    @CsvSource({
        "This is a test, This test, 0.5, 0.5, 0.5",
        "X Y X, X Z, 0.6666666666666666, 0.6666666666666666, 0.8333333333333334",
        "X, Y Z, 2, 1, 1",
        "i am a short ground truth, i am a considerably longer and very much incorrect hypothesis, 1.1666666666666667, 0.7, 0.85",
        "'', a cat sat, 3, 1, 1",
        "'', '', 0, 0, 0",
        "a b, '', 1, 1, 1",
    })
    void rates_of_words(String reference, String hypothesis, double wer, double mer, double wil) {
        // When
        ErrorRates rates = ErrorRates.ofWords(List.of(reference), List.of(hypothesis), Transform.DEFAULT);

        // Then
        assertThat(rates.errorRate()).isCloseTo(wer, within(1e-12));
        assertThat(rates.matchErrorRate()).isCloseTo(mer, within(1e-12));
        assertThat(rates.informationLost()).isCloseTo(wil, within(1e-12));
    }

    @Test
    void counts_of_sentences_are_added_before_they_are_divided() {
        // When
        ErrorRates rates = ErrorRates.ofWords(List.of("i", "am i good"), List.of("i am", "i good"), Transform.DEFAULT);

        // Then
        assertThat(rates.errorRate()).isEqualTo(0.5);
        assertThat(rates.matchErrorRate()).isEqualTo(0.4);
        assertThat(rates.informationLost()).isEqualTo(0.4375);
    }

    @Test
    void characters_are_code_points_with_the_spaces_between_them() {
        // When
        ErrorRates rates = ErrorRates.ofCharacters(List.of(" a 😀 "), List.of("a😁"));

        // Then
        assertThat(rates.errorRate()).isCloseTo(2.0 / 3, within(1e-15));
    }

    @Test
    void sentences_that_are_cut_differently_need_the_contiguous_transform() {
        // Given
        List<String> references = List.of("a b", "c");
        List<String> hypotheses = List.of("a", "b", "c");

        // When
        var refused = assertThatThrownBy(() -> ErrorRates.ofWords(references, hypotheses, Transform.DEFAULT));
        ErrorRates joined = ErrorRates.ofWords(references, hypotheses, Transform.CONTIGUOUS);

        // Then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessage("2 references, but 3 hypotheses");
        assertThat(joined.errorRate()).isZero();
    }

    @Test
    void a_single_tab_does_not_part_words_but_two_spaces_of_any_kind_do() {
        // When
        List<List<String>> words = Transform.DEFAULT.words(List.of(" a\tb \u3000c\n\nd "));

        // Then
        assertThat(words).containsExactly(List.of("a\tb", "c", "d"));
    }

    @Test
    void the_standard_form_writes_contractions_out_and_drops_what_is_in_brackets() {
        // When
        List<List<String>> words =
                Transform.STANDARDIZE.words(List.of("She'll say [laugh] we WON'T\tgo <unk> let's see it's 1<2"));

        // Then
        assertThat(words)
                .containsExactly(List.of(
                        "she", "will", "say", "we", "will", "not", "go", "let", "us", "see", "it", "is", "1<2"));
    }

    @Test
    void the_contiguous_standard_form_passes_empty_sentences_over() {
        // When
        List<List<String>> words = Transform.STANDARDIZE_CONTIGUOUS.words(List.of("A", "", "[b]", "c"));

        // Then
        assertThat(words).containsExactly(List.of("a", "c"));
    }
}
