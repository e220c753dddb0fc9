package dev.assay.scoring.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerplexityTest {

    @ParameterizedTest
    @CsvSource({"'',1", "a b,2", "' a  b ',4", "'\u3000',2", "我在,1"})
    void white_space_at_an_end_counts_as_a_word(String text, int expected) {
        // When
        int words = new LikelyDocument(text, -1).words();

        // Then
        assertThat(words).isEqualTo(expected);
    }

    @Test
    void each_unit_divides_the_same_likelihood() {
        // Given
        List<LikelyDocument> documents = List.of(new LikelyDocument("é é", -5 * Math.log(2)));

        // When / Then
        assertThat(Perplexity.ofBytes(documents)).isCloseTo(2, within(1e-12));
        assertThat(Perplexity.bitsPerByte(documents)).isCloseTo(1, within(1e-12));
        assertThat(Perplexity.ofWords(documents)).isCloseTo(Math.pow(2, 2.5), within(1e-12));
        assertThat(Perplexity.ofCharacters(documents)).isCloseTo(Math.pow(2, 5.0 / 3), within(1e-12));
    }

    @Test
    void long_documents_weigh_more_by_byte_but_not_by_character() {
        // Given
        List<LikelyDocument> documents =
                List.of(new LikelyDocument("a", -Math.log(8)), new LikelyDocument("bbb", -3 * Math.log(2)));

        // When / Then
        assertThat(Perplexity.bitsPerByte(documents)).isCloseTo(1.5, within(1e-12));
        assertThat(Perplexity.ofCharacters(documents)).isCloseTo(4, within(1e-12));
    }

    @Test
    void tokens_that_are_certain_have_the_least_perplexity() {
        // When
        double perplexity = Perplexity.ofLogLikelihoods(new double[] {0, 0});

        // Then
        assertThat(perplexity).isEqualTo(1);
    }

    @Test
    void nothing_and_too_much_are_refused() {
        assertThatThrownBy(() -> Perplexity.ofBytes(List.of(new LikelyDocument("", -1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Perplexity.ofLogLikelihoods(new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Perplexity.ofLogLikelihoods(new double[] {-1000}))
                .isInstanceOf(ArithmeticException.class);
    }
}
