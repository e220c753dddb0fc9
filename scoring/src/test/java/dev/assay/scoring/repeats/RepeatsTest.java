package dev.assay.scoring.repeats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RepeatsTest {

    @Property
    void any_and_all_agree_with_counting_subsets(
            @ForAll @IntRange(min = 1, max = 10) int answers,
            @ForAll @IntRange(max = 10) int right,
            @ForAll @IntRange(min = 1, max = 10) int k) {
        // Given
        Assume.that(right <= answers && k <= answers);

        // When
        double any = PassAtK.any(answers, right, k);
        double all = PassAtK.all(answers, right, k);

        // Then
        assertThat(any).isCloseTo(1 - subsets(answers - right, k) / subsets(answers, k), within(1e-12));
        assertThat(all).isCloseTo(subsets(right, k) / subsets(answers, k), within(1e-12));
    }

    @Test
    void counts_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> PassAtK.any(3, 4, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PassAtK.any(3, 1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PassAtK.all(3, 1, 4)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PassAtK.any(1, 0, 5)).isEqualTo(1);
    }

    @Test
    void of_equal_votes_the_answer_given_first_wins() {
        // Given
        Repeats repeats = new Repeats(List.of(Optional.empty(), Optional.of("b"), Optional.of("a"), Optional.of("a")));

        // When / Then
        assertThat(repeats.majority(4)).contains("a");
        assertThat(repeats.majority(3)).contains("b");
        assertThat(repeats.majority(1)).isEmpty();
        assertThatThrownBy(() -> repeats.majority(5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void consistency_is_the_share_of_pairs_that_agree() {
        // When / Then
        assertThat(Repeats.of(List.of("a", "a", "b")).consistency()).isCloseTo(1.0 / 3, within(1e-15));
        assertThat(Repeats.of(List.of("a")).consistency()).isEqualTo(1);
        assertThat(new Repeats(List.of(Optional.empty(), Optional.empty())).consistency())
                .isZero();
    }

    @Test
    void the_mean_is_over_the_first_k() {
        // When
        double mean = Repeats.mean(new double[] {1, 0, 1, 1}, 2);

        // Then
        assertThat(mean).isEqualTo(0.5);
        assertThatThrownBy(() -> Repeats.mean(new double[] {1}, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Repeats.of(List.of("x", "y")).first(1)).containsExactly("x");
    }

    private static double subsets(int n, int k) {
        double count = 1;
        for (int i = 0; i < k; i++) {
            count = count * Math.max(0, n - i) / (i + 1);
        }
        return count;
    }
}
