package dev.assay.scoring.instruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstructionReportTest {

    private final InstructionLibrary library = InstructionLibrary.standard();

    @Test
    void all_25_kinds_are_there() {
        // When
        var ids = library.ids();

        // Then
        assertThat(ids).hasSize(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "keywords:existence|{\"keywords\":[\"Sea\",\"a.b\"]}|seaside axb|true",
                "keywords:existence|{\"keywords\":[\"sea\",\"sun\"]}|seaside|false",
                "keywords:existence|{\"keywords\":[\"C++\"]}|a c|true",
                "keywords:existence|{\"keywords\":[\"(\"]}|f(x)|true",
                "keywords:frequency|{\"keyword\":\" the\",\"frequency\":2,\"relation\":\"at least\"}|The other|true",
                "keywords:frequency|{\"keyword\":\"the\",\"frequency\":2,\"relation\":\"less than\"}|The other|false",
                "keywords:forbidden_words|{\"forbidden_words\":[\"sea\"]}|seaside|true",
                "keywords:forbidden_words|{\"forbidden_words\":[\"sea\"]}|The SEA.|false",
                "keywords:letter_frequency|{\"letter\":\"Q\",\"let_frequency\":2,\"let_relation\":\"at least\"}|q Q|true",
                "language:response_language|{\"language\":\"de\"}|Wir gehen heute nicht in die Schule.|true",
                "language:response_language|{\"language\":\"de\"}|We do not go to school today.|false",
                "language:response_language|{\"language\":\"de\"}|123|true",
                "length_constraints:number_sentences|{\"num_sentences\":2,\"relation\":\"at least\"}|One. Two.|true",
                "length_constraints:number_sentences|{\"num_sentences\":2,\"relation\":\"less than\"}|Mr. X is.|true",
                "length_constraints:number_words|{\"num_words\":3,\"relation\":\"at least\"}|don't go|true",
                "length_constraints:number_words|{\"num_words\":3,\"relation\":\"less than\"}|don't go|false",
                "length_constraints:number_paragraphs|{\"num_paragraphs\":2}|a *** b ***|true",
                "length_constraints:number_paragraphs|{\"num_paragraphs\":2}|a *** *** b|false",
                "detectable_content:number_placeholders|{\"num_placeholders\":2}|[a] and [b|false",
                "detectable_content:number_placeholders|{\"num_placeholders\":2}|[a] and []|true",
                "detectable_content:postscript|{\"postscript_marker\":\"P.S.\"}|Text p. s. more|true",
                "detectable_content:postscript|{\"postscript_marker\":\"P.P.S\"}|Text p.s.|false",
                "detectable_content:postscript|{\"postscript_marker\":\"Note:\"}|A note: x|true",
                "detectable_format:constrained_response|{}|I think: My answer is no. Really|true",
                "detectable_format:constrained_response|{}|my answer is no.|false",
                "detectable_format:number_highlighted_sections|{\"num_highlights\":2}|*a* and * *|false",
                "detectable_format:number_highlighted_sections|{\"num_highlights\":2}|*a* and *b*|true",
                "detectable_format:number_highlighted_sections|{\"num_highlights\":1}|**a**|true",
                "detectable_format:multiple_sections|{\"section_spliter\":\"Part\",\"num_sections\":2}|Part 1 x Part 2|true",
                "detectable_format:multiple_sections|{\"section_spliter\":\"Part\",\"num_sections\":2}|Part 1 x|false",
                "detectable_format:json_format|{}|```json {\"a\": NaN} ```|true",
                "detectable_format:json_format|{}|{'a': 1}|false",
                "detectable_format:title|{}|<<My poem>>|true",
                "detectable_format:title|{}|<< >>|false",
                "combination:two_responses|{}|one ****** two|true",
                "combination:two_responses|{}|one ****** one|false",
                "combination:two_responses|{}|one ****** ****** two|false",
                "combination:repeat_prompt|{\"prompt_to_repeat\":\"Say hi.\"}|SAY HI. Hi|true",
                "combination:repeat_prompt|{\"prompt_to_repeat\":\"Say hi.\"}|Hi|false",
                "startend:end_checker|{\"end_phrase\":\"The End.\"}|It is the end.\"|true",
                "startend:end_checker|{\"end_phrase\":\"The End.\"}|The end. Really|false",
                "startend:quotation|{}|\"yes\"|true",
                "startend:quotation|{}|\"|false",
                "punctuation:no_comma|{}|a; b|true",
                "punctuation:no_comma|{}|a, b|false",
                "change_case:english_capital|{}|THIS IS WHAT THEY SAID.|true",
                "change_case:english_capital|{}|THIS IS what THEY SAID.|false",
                "change_case:english_lowercase|{}|this is what they said.|true",
                "change_case:english_lowercase|{}|das ist nicht mein Haus.|false",
                "change_case:capital_word_frequency|{\"capital_frequency\":2,\"capital_relation\":\"at least\"}|A-B C d|true",
                "change_case:capital_word_frequency|{\"capital_frequency\":2,\"capital_relation\":\"less than\"}|A-B C d|false"
            })
    void an_instruction_is_followed_or_not(String id, String arguments, String response, boolean followed) {
        // When
        InstructionReport report = InstructionReport.of(set(id, arguments), library, response);

        // Then
        assertThat(report.strict()).containsExactly(followed);
    }

    @Test
    void bullets_are_lines_that_begin_with_one_asterisk_or_a_hyphen() {
        // Given
        InstructionSet set = set("detectable_format:number_bullet_lists", "{\"num_bullets\":3}");

        // When
        InstructionReport report =
                InstructionReport.of(set, library, "Some:\n* one\n  - two\n- three\n** no\nthe - end");

        // Then
        assertThat(report.strict()).containsExactly(true);
    }

    @Test
    void the_first_word_of_a_paragraph_is_read_without_quotes_and_marks() {
        // Given
        InstructionSet set = set(
                "length_constraints:nth_paragraph_first_word",
                "{\"num_paragraphs\":2,\"nth_paragraph\":2,\"first_word\":\"Well\"}");

        // When
        InstructionReport report = InstructionReport.of(set, library, "First.\n\n \"well, then");

        // Then
        assertThat(report.strict()).containsExactly(true);
        assertThat(InstructionReport.of(set, library, "First.\n\n\n\nwell").strict())
                .containsExactly(false);
        assertThat(InstructionReport.of(set, library, "well").strict()).containsExactly(false);
    }

    @Test
    void loosely_a_first_or_last_line_and_asterisks_may_be_left_out() {
        // Given
        InstructionSet comma = set("punctuation:no_comma", "{}");
        InstructionSet quoted = set("startend:quotation", "{}");

        // When
        InstructionReport report = InstructionReport.of(comma, library, "Sure, here:\nno comma\nBest, me");

        // Then
        assertThat(report.strict()).containsExactly(false);
        assertThat(report.loose()).containsExactly(true);
        assertThat(report.allStrict()).isFalse();
        assertThat(report.allLoose()).isTrue();
        assertThat(InstructionReport.of(quoted, library, "*\"yes\"*").loose()).containsExactly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "\u001C"})
    void a_blank_response_follows_nothing(String blank) {
        // When
        InstructionReport report = InstructionReport.of(set("punctuation:no_comma", "{}"), library, blank);

        // Then
        assertThat(report).isEqualTo(new InstructionReport(List.of(false), List.of(false)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "keywords:no_such|{}|there is no instruction",
                "punctuation:no_comma|{\"x\":1}|takes no argument 'x'",
                "keywords:letter_frequency|{\"letter\":\"#\",\"let_frequency\":4,\"let_relation\":\"less than\"}|random",
                "keywords:frequency|{\"keyword\":\"a\",\"relation\":\"at least\"}|random",
                "keywords:frequency|{\"keyword\":\"a\",\"frequency\":-1,\"relation\":\"at least\"}|random",
                "keywords:frequency|{\"keyword\":\"a\",\"frequency\":1,\"relation\":\"at most\"}|no relation",
                "keywords:existence|{\"keywords\":\"a\"}|a list of texts",
                "startend:end_checker|{\"end_phrase\":3}|a text",
                "length_constraints:number_paragraphs|{\"num_paragraphs\":\"3\"}|a number"
            })
    void what_cannot_be_checked_is_refused(String id, String arguments, String reason) {
        // When
        var refused = assertThatThrownBy(() -> InstructionReport.of(set(id, arguments), library, "x"));

        // Then
        refused.isInstanceOf(InstructionException.class).hasMessageContaining(reason);
    }

    @Test
    void empty_arguments_count_as_not_given() {
        // Given
        InstructionSet set =
                set("punctuation:no_comma", "{\"a\":null,\"b\":0,\"c\":\"\",\"d\":[],\"e\":false,\"f\":{}}");

        // When
        InstructionReport report = InstructionReport.of(set, library, "x");

        // Then
        assertThat(report.strict()).containsExactly(true);
    }

    private static InstructionSet set(String id, String arguments) {
        return InstructionSet.read("{\"instruction_id_list\":[\"" + id + "\"],\"kwargs\":[" + arguments + "]}");
    }
}
