package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceLetterTest {

    private static final List<String> CHOICES = List.of("red apple", "green pear", "blue plum", "none of these");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "B|B",
                "b|B",
                "(B)|B",
                "B.|B",
                "**B**|B",
                "[B]|B",
                "Option B|B",
                "$\\boxed{C}$|C",
                "\\(\\boxed{\\text{A}}\\)|A",
                "The answer is (B).|B",
                "The answer is C|C",
                "Answer: B|B",
                "answer:C|C",
                "**Answer:** D|D",
                "Answer: **C**|C",
                "Answer: $\\text{B}$|B",
                "Answer: a|A",
                "The correct answer is option B.|B",
                "The best choice would be D, since it fits.|D",
                "My final answer is most likely the letter A.|A",
                "I think it is D|D",
                "It's B because of the colour.|B",
                "I would choose (C).|C",
                "None fits, but the closest is (D).|D",
                "First A, then \\boxed{B}.|B",
                "C) blue plum|C",
                "(A) red apple|A",
                "B: green pear|B",
                "B - it is green|none",
                "Because it is blue.\\nC|C",
                "Réponse : D|D",
                "답: C|C",
                "Answer：A|A",
                "B\\n\\nPears are green.|B",
                "blue plum|C",
                "Blue Plum.|C",
                "Answer: none of these|D",
                "The answer is \"green pear\".|B",
            })
    void a_choice_that_was_made_is_found(String answer, String expected) {
        // When
        String found = letter(answer.replace("\\n", "\n")).orElse("none");

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  \n",
                "E",
                "The answer is (J).",
                "The answer is A or B.",
                "Answer: A, B",
                "Answer: (A) and (C)",
                "(A) and (B)",
                "A) red apple B) green pear C) blue plum",
                "The answer is a dog.",
                "The answer is A dog.",
                "The answer is not among the choices.",
                "Option A is right. Option B is wrong",
                "A pear is green.",
                "I do not know.",
                "Answer: 42",
                "B-cells are it",
                "red apple or green pear",
                "Don't pick anything",
            })
    void without_one_clear_choice_nothing_is_extracted(String answer) {
        // When
        Optional<String> found = letter(answer);

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void the_last_of_several_statements_counts_unless_the_first_is_asked_for() {
        // Given
        String answer = "The answer is (A). Wait. The answer is (C).";

        // When
        Optional<String> found = letter(answer);

        // Then
        assertThat(found).contains("C");
        assertThat(letter(Map.of("name", "choice_letter", "match", "first"), answer, CHOICES))
                .contains("A");
    }

    @Test
    void a_statement_that_takes_back_an_ambiguous_one_counts() {
        // When
        Optional<String> found = letter("The answer is A or B. On reflection, the answer is B.");

        // Then
        assertThat(found).contains("B");
    }

    @Test
    void the_letters_can_be_given_where_an_item_has_no_choices() {
        // Given
        Map<String, Object> step = Map.of("name", "choice_letter", "letters", "abcd");

        // When
        Optional<String> found = letter(step, "The answer is D", List.of());

        // Then
        assertThat(found).contains("D");
        assertThat(letter(step, "The answer is E", List.of())).isEmpty();
        assertThat(letter("choice_letter", "The answer is J", List.of())).contains("J");
    }

    @Test
    void a_text_that_two_options_share_names_neither() {
        // When
        Optional<String> found = letter("choice_letter", "same", List.of("same", "Same", "other"));

        // Then
        assertThat(found).isEmpty();
        assertThat(letter("choice_letter", "other", List.of("same", "Same", "other")))
                .contains("C");
    }

    @Test
    void letters_that_are_none_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> letter(Map.of("name", "choice_letter", "letters", "AA"), "A", CHOICES));

        // Then
        refused.hasMessage("[0].letters: expected distinct letters from A to Z, such as ABCD");
    }

    @Property(tries = 300)
    void whatever_is_found_is_one_of_the_letters(@ForAll @AlphaChars String words, @ForAll String noise) {
        // When
        Optional<String> found = letter(words + " answer is " + noise);

        // Then
        assertThat(found.orElse("A")).isIn("A", "B", "C", "D");
    }

    private static Optional<String> letter(String answer) {
        return letter("choice_letter", answer, CHOICES);
    }

    private static Optional<String> letter(Object step, String answer, List<String> choices) {
        return ExtractionPipeline.parse(List.of(step))
                .apply(answer, new ExtractionContext(choices))
                .value();
    }
}
