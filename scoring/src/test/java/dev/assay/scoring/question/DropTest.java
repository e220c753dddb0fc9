package dev.assay.scoring.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DropTest {

    @ParameterizedTest
    @CsvSource({"'1,000',1000.0", "10%,10.0", "Smith-Jones,smith jones", "'  the  A ',''", "J.J.,jj", "inf,inf"})
    void parts_are_normalised_one_by_one(String text, String expected) {
        // When
        String normalized = DropNormalization.normalize(text);

        // Then
        assertThat(normalized).isEqualTo(expected);
    }

    @Test
    void spans_match_in_any_order() {
        // When
        Drop.Result result = Drop.score(List.of("Ann", "Bob"), List.of("bob", "ann"));

        // Then
        assertThat(result).isEqualTo(new Drop.Result(1, 1));
    }

    @Test
    void a_span_with_the_wrong_number_shares_nothing() {
        // When
        Drop.Result result = Drop.score(List.of("3 yards"), List.of("4 yards"));

        // Then
        assertThat(result).isEqualTo(new Drop.Result(0, 0));
    }

    @Test
    void a_missing_span_counts_as_nothing_found() {
        // When
        Drop.Result result = Drop.score(List.of("Ann"), List.of("Ann", "Bob", "Cid"));

        // Then
        assertThat(result).isEqualTo(new Drop.Result(0, 0.33));
    }

    @Test
    void blank_references_are_left_out_in_percent() {
        // When
        Drop.Result result = Drop.scoreInPercent("12 July 1999", List.of(" ", "July 12 1999"));

        // Then
        assertThat(result).isEqualTo(new Drop.Result(0, 100));
        assertThatThrownBy(() -> Drop.scoreInPercent("x", List.of(" "))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_fuzzy_match_contains_or_is_contained() {
        // When / Then
        assertThat(Drop.fuzzyMatch("Answer: 7", "7")).isTrue();
        assertThat(Drop.fuzzyMatch("the", "a")).isTrue();
        assertThat(Drop.fuzzyMatch("", "7")).isFalse();
    }
}
