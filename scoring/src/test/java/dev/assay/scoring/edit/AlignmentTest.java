package dev.assay.scoring.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    @Test
    void a_lack_of_symbols_is_deletions_and_a_surplus_insertions() {
        // When
        Alignment lack = Alignment.of(new int[] {1, 2, 3}, new int[] {1, 3});
        Alignment surplus = Alignment.of(new int[] {1, 3}, new int[] {1, 2, 3});

        // Then
        assertThat(lack).isEqualTo(new Alignment(2, 0, 0, 1));
        assertThat(surplus).isEqualTo(new Alignment(2, 0, 1, 0));
    }

    @Test
    void a_replacement_is_one_error() {
        // When
        Alignment alignment = Alignment.of(new int[] {1, 2, 3}, new int[] {1, 9, 3});

        // Then
        assertThat(alignment).isEqualTo(new Alignment(2, 1, 0, 0));
    }

    @Test
    void of_two_cheapest_ways_that_of_rapidfuzz_is_taken() {
        // When
        Alignment alignment = Alignment.of(new int[] {1, 2, 3, 4}, new int[] {3, 1, 5, 2});

        // Then
        assertThat(alignment.errors()).isEqualTo(4);
        assertThat(alignment).isEqualTo(new Alignment(2, 0, 2, 2));
    }

    @Test
    void counts_of_several_add_up() {
        // When
        Alignment sum = new Alignment(1, 2, 3, 4).plus(new Alignment(10, 20, 30, 40));

        // Then
        assertThat(sum).isEqualTo(new Alignment(11, 22, 33, 44));
        assertThat(sum.errors()).isEqualTo(99);
    }

    @Test
    void texts_that_would_fill_the_memory_are_refused() {
        // Given
        int[] ones = new int[40_000];
        int[] twos = new int[40_000];
        Arrays.fill(ones, 1);
        Arrays.fill(twos, 2);

        // When
        var refused = assertThatThrownBy(() -> Alignment.of(ones, twos));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessage("the texts are too long to be aligned");
    }
}
