package dev.assay.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PythonTextTest {

    @Test
    void white_space_is_what_python_strips_and_splits_at() {
        // Given
        String text = "\u3000\u001C a\u0085b\u2028c\u00A0 \u001F";

        // When
        String stripped = PythonText.strip(text);

        // Then
        assertThat(stripped).isEqualTo("a\u0085b\u2028c");
        assertThat(PythonText.split(text)).containsExactly("a", "b", "c");
        assertThat(PythonText.isSpace(0x200B)).as("zero width space").isFalse();
    }

    @Test
    void stripping_and_splitting_blank_text_leaves_nothing() {
        // When
        String stripped = PythonText.strip(" \t\n");

        // Then
        assertThat(stripped).isEmpty();
        assertThat(PythonText.split(" \t\n")).isEmpty();
    }

    @Test
    void lower_casing_knows_no_locale_and_maps_in_full() {
        // When
        String lower = PythonText.lower("I\u0130 ΟΔΥΣΣΕΥΣ ẞ");

        // Then
        assertThat(lower).isEqualTo("ii\u0307 οδυσσευς ß");
        assertThat(lower.codePoints().limit(3)).containsExactly(0x69, 0x69, 0x307);
        assertThat(PythonText.upper("ß")).isEqualTo("SS");
    }

    @Test
    void word_characters_are_letters_numbers_and_underscore_but_no_marks() {
        // When
        String word = "aÄ٣²Ⅷ五_𝔸";

        // Then
        assertThat(word.codePoints()).allMatch(PythonText::isWord);
        assertThat("\u0301-' €😀".codePoints()).noneMatch(PythonText::isWord);
    }

    @Test
    void only_ascii_punctuation_is_removed() {
        // When
        String without = PythonText.withoutPunctuation("!\"#a_b~“c”–d…");

        // Then
        assertThat(without).isEqualTo("ab“c”–d…");
        assertThat(PythonText.withoutDigits("a1b22c٣")).isEqualTo("abc٣");
    }
}
