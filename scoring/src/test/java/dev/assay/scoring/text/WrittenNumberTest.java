package dev.assay.scoring.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenNumberTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18|18",
                "18.0|18.0",
                "$18|18",
                "-$18|-18",
                "$-18|-18",
                "18 €|18",
                "$ 18|18",
                "+7|7",
                "−5|-5",
                "1,234,567.50|1234567.50",
                "12,34,567|1234567",
                "1'000|1000",
                "1\u202F000\u202F000|1000000",
                "1\u00A0000|1000",
                "72.|72",
                ".5|.5",
                "1.5e-3|0.0015",
                "1E5|100000",
                "１２|12",
                "1,250.75.|1250.75",
            })
    void a_whole_text_that_is_a_number_is_read(String text, BigDecimal expected) {
        // When
        WrittenNumber number = WrittenNumber.parse(text).orElseThrow();

        // Then
        assertThat(number.value()).isEqualByComparingTo(expected);
        assertThat(number.percent()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "-", "$", "abc", "18 apples", "x18", "1 2", "3-4", "1/2", "10:30", "1e999999999", "1..2"
            })
    void a_text_that_is_not_just_one_number_is_none(String text) {
        // When
        var number = WrittenNumber.parse(text);

        // Then
        assertThat(number).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It costs $1,250.75.|1250.75",
                "First 3, then -4!|-4",
                "There were 3-4 people|4",
                "so (5)-2 it is|2",
                "= $ 18|18",
                "between 1,2,3|3",
                "about 7 %, they say|7%",
                "a1b22c333|333",
                "version 1.2.3|3",
                "…7|7",
                "...5|5",
                "10,000 people in 1,23|23",
                "1\u00A0000 apples|1000",
                "the sum is −12 .|-12",
            })
    void the_last_number_of_a_text_is_found_and_written_plainly(String text, String expected) {
        // When
        String found = WrittenNumber.last(text).map(WrittenNumber::plain).orElse("none");

        // Then
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void a_percent_sign_is_kept_apart_from_the_value() {
        // When
        WrittenNumber number = WrittenNumber.parse("12.5 %").orElseThrow();

        // Then
        assertThat(number.value()).isEqualByComparingTo("12.5");
        assertThat(number.percent()).isTrue();
        assertThat(number.plain()).isEqualTo("12.5%");
    }

    @Test
    void numbers_of_absurd_length_or_size_are_not_read() {
        // Given
        String nines = "9".repeat(500);

        // When
        var last = WrittenNumber.last("1e999999 and " + nines + " and 1e-99999");

        // Then
        assertThat(last).isEmpty();
    }

    @Test
    void a_text_without_a_number_has_no_last_one() {
        // When
        var last = WrittenNumber.last("seven, $ and %");

        // Then
        assertThat(last).isEmpty();
    }
}
