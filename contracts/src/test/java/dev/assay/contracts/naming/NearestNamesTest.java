package dev.assay.contracts.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNamesTest {

    private static final List<String> KNOWN = List.of("temperature", "topP", "maxTokens", "stop", "seed", "stream");

    private static final List<String> FIELDS = List.of("question", "answer", "choices", "category", "passage");

    @ParameterizedTest
    @CsvSource({
        "temprature, temperature",
        "Temperature, temperature",
        "max_tokens, maxTokens",
        "MAX-TOKENS, maxTokens",
        "top_p, topP",
        "sede, seed",
        "steam, stream"
    })
    void a_slip_finds_its_name(String wanted, String expected) {
        assertThat(NearestNames.nearest(wanted, KNOWN)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"zebra", "x", "''", "presence_penalty"})
    void something_else_finds_nothing(String wanted) {
        assertThat(NearestNames.nearest(wanted, KNOWN)).isEmpty();
    }

    @Test
    void if_nothing_is_near_the_known_names_are_listed() {
        assertThat(NearestNames.remedy("zebra", KNOWN))
                .isEqualTo("Known are maxTokens, seed, stop, stream, temperature, topP.");
        assertThat(NearestNames.remedy("zebra", List.of())).isEqualTo("There is none that could be meant.");
    }

    @Test
    void a_typo_finds_the_name_that_was_meant() {
        assertThat(NearestNames.of("qeustion", FIELDS)).containsExactly("question");
        assertThat(NearestNames.of("Answer", FIELDS)).containsExactly("answer");
        assertThat(NearestNames.of("choice", FIELDS)).containsExactly("choices");
    }

    @Test
    void a_beginning_finds_the_longer_name() {
        assertThat(NearestNames.of("ca", FIELDS)).containsExactly("category");
    }

    @Test
    void nothing_is_suggested_for_a_name_that_is_like_none() {
        assertThat(NearestNames.hint("temperature", FIELDS)).isEmpty();
    }

    @Test
    void the_hint_is_a_sentence() {
        assertThat(NearestNames.hint("anwser", FIELDS)).isEqualTo(" Did you mean 'answer'?");
    }

    @Test
    void at_most_three_names_are_suggested_nearest_first_and_then_by_alphabet() {
        assertThat(NearestNames.of("sim-larg", List.of("sim-lard", "sim-largo", "sim-large", "sim-larga")))
                .containsExactly("sim-lard", "sim-larga", "sim-large");
    }

    @Test
    void names_of_any_length_are_compared_quickly() {
        assertThat(NearestNames.of("x".repeat(1_000_000), List.of("question"))).isEmpty();
    }

    @Test
    void sentences_are_short_and_of_one_line_whatever_the_names_are() {
        // Given
        List<String> known = List.of("x".repeat(1_000), "first\nsecond");

        // When
        String listed = NearestNames.remedy("zebra", known);

        // Then
        assertThat(listed).isEqualTo("Known are first second, " + "x".repeat(40) + "….");
        assertThat(NearestNames.hint("firstsecond", known)).isEqualTo(" Did you mean 'first second'?");
    }
}
