package dev.assay.scoring.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTokenizerTest {

    private final WordTokenizer tokenizer = WordTokenizer.english();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "She didn't go.|She did n't go .",
                "They'll say it's John's.|They 'll say it 's John 's .",
                "It cost $3.88, or 1,000 (in all).|It cost $ 3.88 , or 1,000 ( in all ) .",
                "He said: \"Yes.\"|He said : `` Yes . ''",
                "I cannot; gonna, gotta.|I can not ; gon na , got ta .",
                "Wait... what?|Wait ... what ?",
                "a well-known -- thing|a well-known -- thing",
                "D.C. and Mr. X.|D.C. and Mr. X .",
                "100% of a*b|100 % of a * b",
                "‘x’ “y”|‘ x ’ “ y ”"
            })
    void words_and_marks_come_apart(String text, String words) {
        // When
        List<String> found = tokenizer.words(text);

        // Then
        assertThat(String.join(" ", found)).isEqualTo(words);
    }

    @Property
    void no_word_is_empty_or_holds_blanks(@ForAll String text) {
        // When
        List<String> found = tokenizer.words(text);

        // Then
        assertThat(found).noneMatch(word -> word.isEmpty() || word.contains(" "));
    }
}
