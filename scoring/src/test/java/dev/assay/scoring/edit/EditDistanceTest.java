package dev.assay.scoring.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers are those of RapidFuzz 3 for the same texts. */
class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3, 5, 3, 4",
        "martha, marhta, 2, 2, 1, 5",
        "ca, abc, 3, 3, 2, 1",
        "dixon, dicksonx, 4, 5, 4, 4",
        "same, same, 0, 0, 0, 4",
        "'', abc, 3, 3, 3, 0",
        "😀b, 😁b, 1, 2, 1, 1",
    })
    void distances_count_code_points(String first, String second, int levenshtein, int indel, int damerau, int common) {
        // When
        int[] distances = {
            EditDistance.levenshtein(first, second),
            EditDistance.indel(first, second),
            EditDistance.damerauLevenshtein(first, second),
            EditDistance.longestCommonSubsequence(first, second)
        };

        // Then
        assertThat(distances).containsExactly(levenshtein, indel, damerau, common);
    }

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 0.5714285714285714, 0.6153846153846154, 0.746031746031746, 0.746031746031746",
        "martha, marhta, 0.6666666666666667, 0.8333333333333334, 0.9444444444444445, 0.9611111111111111",
        "dixon, dicksonx, 0.5, 0.6153846153846154, 0.7666666666666666, 0.8133333333333332",
        "yes, no, 0, 0, 0, 0",
        "a, a, 1, 1, 1, 1",
        "'', '', 1, 1, 1, 1",
        "'', a, 0, 0, 0, 0",
    })
    void likenesses_are_between_nothing_and_one(
            String first, String second, double levenshtein, double indel, double jaro, double winkler) {
        // When
        double[] likenesses = {
            EditDistance.levenshteinSimilarity(first, second),
            EditDistance.indelSimilarity(first, second),
            EditDistance.jaro(first, second),
            EditDistance.jaroWinkler(first, second)
        };

        // Then
        assertThat(likenesses).containsExactly(new double[] {levenshtein, indel, jaro, winkler}, within(1e-15));
    }

    @Test
    void long_texts_need_no_square_of_memory() {
        // Given
        String first = "ab".repeat(20_000);
        String second = "ba".repeat(20_000) + "c";

        // When
        int distance = EditDistance.levenshtein(first, second);

        // Then
        assertThat(distance).isEqualTo(2);
    }

    @Test
    void a_distance_that_does_need_it_refuses_long_texts() {
        // When
        var refused = assertThatThrownBy(() -> EditDistance.damerauLevenshtein("a".repeat(10_000), "b".repeat(10_000)));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
    }
}
