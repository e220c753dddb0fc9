package dev.assay.scoring.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OptionLikelihoodsTest {

    @Test
    void lengths_are_characters_and_bytes() {
        // Given
        OptionLikelihoods options = options(List.of("aaaa", "éé", "🎉"), -4.4, -2.0, -3.6);

        // When
        OptionLikelihoods.Accuracy first = options.accuracy(List.of(0));
        OptionLikelihoods.Accuracy second = options.accuracy(List.of(1));

        // Then
        assertThat(second.acc()).isEqualTo(1);
        assertThat(second.accNorm()).isEqualTo(1);
        assertThat(second.accBytes()).isEqualTo(1);
        assertThat(first.acc() + first.accNorm() + first.accBytes()).isZero();
    }

    @Test
    void of_equally_likely_options_the_first_is_chosen() {
        // When
        int chosen = options(List.of("a", "b", "c"), -2, -1, -1).mostLikely();

        // Then
        assertThat(chosen).isEqualTo(1);
    }

    @Test
    void any_of_several_right_options_will_do_and_one_that_is_none_is_never_right() {
        // Given
        OptionLikelihoods options = options(List.of("a", "b"), -2, -1);

        // When / Then
        assertThat(options.accuracy(List.of(0, 1)).acc()).isEqualTo(1);
        assertThat(options.accuracy(List.of(7)).acc()).isZero();
        assertThat(options.accuracy(List.of(-1)).exactMatch()).isZero();
    }

    @Test
    void mutual_information_is_what_the_prompt_adds() {
        // Given
        OptionLikelihoods options = new OptionLikelihoods(
                List.of("a", "b"), new double[] {-1, -2}, List.of(true, false), Optional.of(new double[] {-1, -9}));

        // When
        OptionLikelihoods.Accuracy accuracy = options.accuracy(List.of(1));

        // Then
        assertThat(accuracy).isEqualTo(new OptionLikelihoods.Accuracy(0, 0, 0, 0, Optional.of(1.0)));
    }

    @Test
    void probabilities_add_up_to_one_even_if_all_are_tiny() {
        // When
        double[] probabilities = options(List.of("a", "b"), -5000, -5000).probabilities();

        // Then
        assertThat(probabilities).containsExactly(0.5, 0.5);
        assertThat(Arrays.stream(options(List.of("a", "b", "c"), -1, -2, -3).probabilities())
                        .sum())
                .isCloseTo(1, within(1e-15));
    }

    @Test
    void each_option_needs_its_values() {
        assertThatThrownBy(() -> options(List.of("a", "b"), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> options(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static OptionLikelihoods options(List<String> texts, double... likelihoods) {
        return new OptionLikelihoods(
                texts, likelihoods, texts.stream().map(t -> false).toList(), Optional.empty());
    }
}
