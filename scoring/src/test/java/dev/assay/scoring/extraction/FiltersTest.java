package dev.assay.scoring.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiltersTest {

    @Test
    void first_and_last_line_pass_over_blank_ones() {
        // Given
        String text = "\n \t\none \r\ntwo\n\n";

        // When
        Optional<String> first = apply("first_line", text);

        // Then
        assertThat(first).contains("one ");
        assertThat(apply("last_line", text)).contains("two");
        assertThat(apply("first_line", " \n ")).isEmpty();
    }

    @Test
    void a_marker_cuts_at_its_last_occurrence_for_after_and_at_its_first_for_before() {
        // Given
        String text = "a Answer: b answer: c";

        // When
        Optional<String> after = apply(Map.of("name", "after", "marker", "answer: ", "ignore_case", true), text);

        // Then
        assertThat(after).contains("c");
        assertThat(apply(Map.of("name", "after", "marker", "Answer: "), text)).contains("b answer: c");
        assertThat(apply(Map.of("name", "before", "marker", "nswer"), text)).contains("a A");
        assertThat(apply(Map.of("name", "before", "marker", "nswer", "match", "last"), text))
                .contains("a Answer: b a");
    }

    @Test
    void a_missing_marker_is_nothing_found_unless_it_is_optional() {
        // When
        Optional<String> missing = apply(Map.of("name", "after", "marker", "</think>"), "plain");

        // Then
        assertThat(missing).isEmpty();
        assertThat(apply(Map.of("name", "after", "marker", "</think>", "optional", true), "plain"))
                .contains("plain");
    }

    @Test
    void a_marker_is_literal_text_and_not_empty() {
        // When
        Optional<String> after = apply(Map.of("name", "after", "marker", "(.*)"), "a(.*)b");

        // Then
        assertThat(after).contains("b");
        assertThatThrownBy(() -> apply(Map.of("name", "after", "marker", ""), "x"))
                .hasMessage("[0].marker: expected 1 to 500 characters");
    }

    @ParameterizedTest
    @CsvSource({"first,1", "last,3", "1,2", "-2,2", "3,", "-4,"})
    void a_pattern_takes_the_match_that_was_asked_for(String match, String expected) {
        // When
        Optional<String> found = apply(Map.of("name", "regex", "pattern", "\\d", "match", match), "1 2 3");

        // Then
        assertThat(found).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_pattern_takes_the_group_that_was_asked_for_without_surrounding_white_space() {
        // Given
        Map<String, Object> whole = Map.of("name", "regex", "pattern", "x=( \\d )(\\w)?", "group", 0);

        // When
        Optional<String> found = apply(whole, "x= 7 ");

        // Then
        assertThat(found).contains("x= 7");
        assertThat(apply(Map.of("name", "regex", "pattern", "x=( \\d )(\\w)?"), "x= 7 "))
                .contains("7");
        assertThat(apply(Map.of("name", "regex", "pattern", "x=( \\d )(\\w)?", "group", 2), "x= 7 "))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"(.*),-1,''", "(),0,''", "(x)?b,0,''", "(x)?(y)?,0,", "x*,0,''"})
    void an_only_group_without_text_is_an_empty_answer_as_in_the_reference(
            String pattern, String match, String expected) {
        // When
        Optional<String> found = apply(Map.of("name", "regex", "pattern", pattern, "match", match), "b");

        // Then
        assertThat(found).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void a_group_or_match_that_cannot_be_is_refused() {
        // When
        var refused = assertThatThrownBy(() -> apply(Map.of("name", "regex", "pattern", "(a)", "group", 2), "a"));

        // Then
        refused.hasMessage("[0].group: the pattern has 1 groups");
        assertThatThrownBy(() -> apply(Map.of("name", "regex", "pattern", "a", "match", "second"), "a"))
                .hasMessage("[0].match: expected first, last or a whole number");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "So 3 + 4 = 7. The total is $1,234.50.|1234.50",
                "temperature −12 °C|-12",
                "between 3-4 people|4",
                "it grew by 12.5%|12.5%",
            })
    void the_last_number_is_written_plainly(String text, String expected) {
        // When
        Optional<String> found = apply("last_number", text);

        // Then
        assertThat(found).contains(expected);
    }

    @Test
    void a_strict_number_needs_its_marker() {
        // When
        Optional<String> found = apply("strict_number", "3 is not it\n#### 1,234 apples #### 5");

        // Then
        assertThat(found).contains("1,234");
        assertThat(apply("strict_number", "1234")).isEmpty();
        assertThat(apply(Map.of("name", "strict_number", "marker", "Total: "), "Total: -5"))
                .contains("-5");
    }

    @Test
    void the_last_box_counts_and_must_be_closed() {
        // When
        Optional<String> found = apply("boxed", "\\boxed{1} or \\boxed{\\frac{1}{2}}.");

        // Then
        assertThat(found).contains("\\frac{1}{2}");
        assertThat(apply("boxed", "\\boxed{1} or \\boxed{2")).isEmpty();
    }

    private static Optional<String> apply(Object step, String text) {
        return ExtractionPipeline.parse(List.of(step))
                .apply(text, ExtractionContext.none())
                .value();
    }
}
