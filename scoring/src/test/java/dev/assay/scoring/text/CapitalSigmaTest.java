package dev.assay.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected texts are those of Python's {@code str.lower()}. */
class CapitalSigmaTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "ΟΔΟΣ, οδος",
                "ΣΑΣ ΣΕ, σας σε",
                "Σ, σ",
                "1Σ, 1σ",
                "ΑΣ'Α, ασ'α",
                "ΑΣ.Α Σ., ασ.α σ.",
                "Α'Σ, α'ς",
                "ΑΣ\u0301Β, ασ\u0301β",
                "ΑΣ-Β, ας-β",
                "ⅧΣ, ⅷς",
                "İΣ, i\u0307ς",
            })
    void a_capital_sigma_is_final_after_a_letter_and_not_before_one(String text, String expected) {
        // When
        String lower = PythonText.lower(text);

        // Then
        assertThat(lower).isEqualTo(expected);
    }
}
