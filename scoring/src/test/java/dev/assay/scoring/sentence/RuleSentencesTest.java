package dev.assay.scoring.sentence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSentencesTest {

    @Test
    void stops_of_titles_numbers_sites_and_firms_end_no_sentence() {
        // When
        List<String> sentences = RuleSentences.split("Dr. X of Y Inc. paid 3.5 at example.com. Fine.");

        // Then
        assertThat(sentences).containsExactly("Dr. X of Y Inc. paid 3.5 at example.com.", "Fine.");
    }

    @Test
    void acronyms_before_words_that_begin_sentences_end_one() {
        // When
        List<String> sentences = RuleSentences.split("He has a Ph.D. in the U.S. She has none.");

        // Then
        assertThat(sentences).containsExactly("He has a Ph.D. in the U.S.", "She has none.");
    }

    @Test
    void rows_of_stops_end_a_sentence_and_stay_as_long_as_they_are() {
        // When
        List<String> sentences = RuleSentences.split("Well.... no\nmore... \"Yes.\"");

        // Then
        assertThat(sentences).containsExactly("Well....", "no more...", "\"Yes\".");
    }

    @Test
    void an_empty_text_has_no_sentence() {
        // When
        List<String> sentences = RuleSentences.split("");

        // Then
        assertThat(sentences).isEmpty();
    }
}
