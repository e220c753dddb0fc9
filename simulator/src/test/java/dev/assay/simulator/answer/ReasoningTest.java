package dev.assay.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasoningTest {

    @ParameterizedTest
    @ValueSource(strings = {"e", "H", "o", "t", "."})
    void a_word_that_every_sentence_mentions_leaves_nothing_to_say(String everywhere) {
        // Given
        Draw draw = new Draw(42);

        // When
        String text = Reasoning.upTo(400, false, everywhere, draw).toString();

        // Then
        assertThat(text).hasSizeLessThanOrEqualTo(400).doesNotContainIgnoringCase(everywhere);
    }
}
