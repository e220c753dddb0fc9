package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.scoring.text.PythonText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BleuTokenizerTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "It cost $1,234.56, right?|It cost $ 1,234.56 , right ?",
                "3-4 and a-b|3 - 4 and a-b",
                "don't (really)|don't ( really )",
                "&quot;a&quot; &amp;lt; b|\" a \" < b",
                "end of 2023.|end of 2023 .",
                "a<skipped>b|ab"
            })
    void the_tokenizer_13a_splits_as_mteval_does(String text, String expected) {
        // When
        String tokens = BleuTokenizer.MTEVAL_13A.tokenize(text);

        // Then
        assertThat(tokens).isEqualTo(expected);
    }

    @Test
    void the_tokenizer_13a_joins_lines_and_hyphenated_words() {
        // When
        String tokens = BleuTokenizer.MTEVAL_13A.tokenize("inter-\nnational\nresearch");

        // Then
        assertThat(tokens).isEqualTo("international research");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"«Où ?»|« Où ? »", "1,5 km²|1,5 km²", "a→b|a → b", "in 2023.|in 2023.", "3,a|3 , a"})
    void the_international_tokenizer_knows_punctuation_and_symbols_of_all_scripts(String text, String expected) {
        // When
        String tokens = BleuTokenizer.INTERNATIONAL.tokenize(text);

        // Then
        assertThat(tokens).isEqualTo(expected);
    }

    @Test
    void a_character_is_a_code_point() {
        // When
        String tokens = BleuTokenizer.CHARACTER.tokenize("a 😀b");

        // Then
        assertThat(tokens).isEqualTo("a   😀 b");
    }

    @Test
    void the_chinese_tokenizer_sets_ideographs_apart_but_none_beyond_the_basic_plane() {
        // When
        String tokens = BleuTokenizer.CHINESE.tokenize("我有iPhone 15，𠀀𠀀 →");

        // Then
        assertThat(tokens).isEqualTo("我 有 iPhone 15 ， 𠀀𠀀 →");
    }

    @Test
    void without_a_tokenizer_the_text_stays() {
        // When
        String tokens = BleuTokenizer.NONE.tokenize(" a  b.");

        // Then
        assertThat(tokens).isEqualTo(" a  b.");
    }

    @Test
    void every_tokenizer_is_found_by_its_name() {
        // When
        var found = BleuTokenizer.names().stream().map(BleuTokenizer::named).toList();

        // Then
        assertThat(found)
                .hasSize(5)
                .allSatisfy(tokenizer -> assertThat(tokenizer).isPresent());
        assertThat(BleuTokenizer.named("spm")).isEmpty();
    }

    @Property
    void the_international_tokenizer_loses_nothing_but_white_space(@ForAll String text) {
        // When
        String tokens = BleuTokenizer.INTERNATIONAL.tokenize(text);

        // Then
        assertThat(withoutSpace(tokens)).isEqualTo(withoutSpace(text));
    }

    private static String withoutSpace(String text) {
        return String.join("", PythonText.split(text));
    }
}
