package dev.assay.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.scoring.pattern.SafePattern;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterExtractionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MMLU;Answer: **C**;C",
                "MMLU;উত্তর: ড;C",
                "MMLU;الجواب النهائي: د;D",
                "MMLU;答案：Ｂ;B",
                "MMLU;Answer: b;b",
                "GPQA;Answer: $D$;D",
                "ANSWER_LINE;so Answer : x^2 + 1;x^2 + 1",
                "MMLU_PRO_STRICT;the answer is (J).;J",
                "MMLU_PRO;My Answer: C because;C",
                "MMLU_PRO;Option A is right. Option B is wrong;B",
                "INSPECT_LETTER;ANSWER: A no, answer: c;c",
                "INSPECT_WORD;ANSWER: yes.;yes",
                "INSPECT_LINE;ANSWER: foo bar;foo bar"
            })
    void each_way_of_reading_finds_its_answer(LetterExtraction extraction, String answer, String expected) {
        // When
        var found = extraction.prepared().read(answer);

        // Then
        assertThat(found).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MMLU;Answer: (B)",
                "GPQA;The answer is C",
                "MMLU_PRO_STRICT;Answer: C",
                "MMLU_PRO;Answer: none",
                "INSPECT_LETTER;ANSWER: yes",
                "INSPECT_WORD;ANSWER: foo bar",
                "INSPECT_LINE;nothing"
            })
    void nothing_is_ever_guessed(LetterExtraction extraction, String answer) {
        // When
        var found = extraction.prepared().read(answer);

        // Then
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"(A) or (B),(B)", "it is BLUE plum!,(C)", "Answer: A,(A)", "a red thing: D,(D)"})
    void an_option_is_found_by_pattern_then_text_then_letter(String answer, String expected) {
        // Given
        OptionPattern pattern = pattern(-1);

        // When
        var found = pattern.find(answer, List.of("red apple", "green pear", "blue plum", "none of these"));

        // Then
        assertThat(found).contains(expected);
    }

    @Test
    void without_any_sign_of_an_option_nothing_is_found() {
        // When
        var found = pattern(0).find("I do not know", List.of("red", "green"));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void more_options_than_letters_are_refused() {
        // Given
        List<String> options = Collections.nCopies(27, "x");

        // When / Then
        assertThatThrownBy(() -> pattern(0).find("x", options)).isInstanceOf(IllegalArgumentException.class);
    }

    private static OptionPattern pattern(int match) {
        return new OptionPattern(SafePattern.compile("(\\([A-Z]\\))"), match, true, true, List.of());
    }
}
