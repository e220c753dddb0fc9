package dev.assay.scoring.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    private final SentenceSplitter splitter = SentenceSplitter.english();

    @Test
    void abbreviations_end_no_sentence() {
        // When
        List<String> sentences = splitter.split("Dr. Smith met Mr. Jones at 5 p.m. on Jan. 5th. It was fun!");

        // Then
        assertThat(sentences).containsExactly("Dr. Smith met Mr. Jones at 5 p.m. on Jan. 5th.", "It was fun!");
    }

    @Test
    void an_abbreviation_before_a_word_that_begins_sentences_ends_one() {
        // When
        List<String> sentences = splitter.split("She lives in the U.S. He does not. They met in the U.S. Senate.");

        // Then
        assertThat(sentences).containsExactly("She lives in the U.S.", "He does not.", "They met in the U.S. Senate.");
    }

    @Test
    void initials_belong_to_names() {
        // When
        List<String> sentences = splitter.split("J. K. Rowling wrote it. Johann S. Bach did not.");

        // Then
        assertThat(sentences).containsExactly("J. K. Rowling wrote it.", "Johann S. Bach did not.");
    }

    @Test
    void closing_marks_go_with_the_sentence_before_them() {
        // When
        List<String> sentences = splitter.split("(Is it so?) \"It is.\" ('And this!') [Good.]");

        // Then
        assertThat(sentences).containsExactly("(Is it so?)", "\"It is.\"", "('And this!')", "[Good.]");
    }

    @Test
    void an_ellipsis_ends_a_sentence_only_before_a_word_that_begins_one() {
        // When
        List<String> sentences = splitter.split("Wait... what? Well... The end. And so on ... yes.");

        // Then
        assertThat(sentences).containsExactly("Wait... what?", "Well...", "The end.", "And so on ... yes.");
    }

    @Test
    void a_number_with_a_stop_before_a_small_letter_ends_no_sentence() {
        // When
        List<String> sentences = splitter.split("It was the 5. of May. We paid 6. Then we left.");

        // Then
        assertThat(sentences).containsExactly("It was the 5. of May.", "We paid 6.", "Then we left.");
    }

    @Test
    void blank_text_has_no_sentences_and_line_feeds_alone_end_none() {
        // When
        List<String> sentences = splitter.split(" \n\t");

        // Then
        assertThat(sentences).isEmpty();
        assertThat(splitter.split("one\n\ntwo ")).containsExactly("one\n\ntwo");
        assertThat(splitter.split("")).isEmpty();
    }

    @Test
    void parameters_of_ones_own_decide() {
        // Given
        PunktParameters parameters =
                new PunktParameters(Set.of("abc"), Set.of(new Collocation("x", "bar")), Set.of("foo"), Map.of());

        // When
        List<String> sentences = new SentenceSplitter(parameters).split("An abc. Bar is abc. Foo is x. Bar is. End");

        // Then
        assertThat(sentences).containsExactly("An abc. Bar is abc.", "Foo is x. Bar is.", "End");
    }

    @Property
    void nothing_but_white_space_is_lost(@ForAll("texts") String text) {
        // When
        List<String> sentences = splitter.split(text);

        // Then
        assertThat(withoutSpace(String.join("", sentences))).isEqualTo(withoutSpace(text));
        assertThat(sentences).noneMatch(String::isBlank);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "Dr.", "the", "The", "A.", "5.", "...", ". . .", "end.", "?!", "\"", "')", "--", "\n", "e.g.",
                        ",")
                .list()
                .ofMaxSize(12)
                .flatMap(words -> Arbitraries.of(" ", "", "  ").map(glue -> String.join(glue, words)));
    }

    private static String withoutSpace(String text) {
        return text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
