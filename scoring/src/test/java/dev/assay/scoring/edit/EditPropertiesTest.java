package dev.assay.scoring.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The fast ways against the matrix of the textbook, over blocks of 64 and more. */
class EditPropertiesTest {

    @Property
    void the_distance_is_the_last_cell_of_the_matrix(@ForAll("symbols") int[] first, @ForAll("symbols") int[] second) {
        // When
        int distance = Levenshtein.distance(first, second);

        // Then
        assertThat(distance).isEqualTo(matrix(first, second, 1));
    }

    @Property
    void the_common_subsequence_is_what_insertions_and_deletions_leave(
            @ForAll("symbols") int[] first, @ForAll("symbols") int[] second) {
        // When
        int common = LongestCommon.length(first, second);

        // Then
        assertThat(first.length + second.length - 2 * common).isEqualTo(matrix(first, second, 2));
    }

    @Property
    void an_alignment_is_as_cheap_as_the_distance_and_accounts_for_every_symbol(
            @ForAll("symbols") int[] reference, @ForAll("symbols") int[] hypothesis) {
        // When
        Alignment alignment = Alignment.of(reference, hypothesis);

        // Then
        assertThat(alignment.errors()).isEqualTo(Levenshtein.distance(reference, hypothesis));
        assertThat(alignment.referenceLength()).isEqualTo(reference.length);
        assertThat(alignment.hypothesisLength()).isEqualTo(hypothesis.length);
    }

    @Property
    void swaps_never_make_a_distance_greater(@ForAll("symbols") int[] first, @ForAll("symbols") int[] second) {
        // When
        int withSwaps = DamerauLevenshtein.distance(first, second);

        // Then
        assertThat(withSwaps).isBetween(Math.abs(first.length - second.length), Levenshtein.distance(first, second));
        assertThat(withSwaps).isEqualTo(DamerauLevenshtein.distance(second, first));
    }

    @Property
    void jaro_is_between_nothing_and_one_and_winkler_not_below_it(
            @ForAll("symbols") int[] first, @ForAll("symbols") int[] second) {
        // When
        double jaro = Jaro.similarity(first, second);
        double winkler = Jaro.winkler(first, second);

        // Then
        assertThat(jaro).isBetween(0.0, 1.0);
        assertThat(winkler).isBetween(jaro, 1.0);
    }

    @Provide
    Arbitrary<int[]> symbols() {
        return Arbitraries.integers().between(0, 5).array(int[].class).ofMaxSize(150);
    }

    private static int matrix(int[] first, int[] second, int replacement) {
        int[] above = IntStream.rangeClosed(0, second.length).toArray();
        for (int i = 1; i <= first.length; i++) {
            int[] row = new int[second.length + 1];
            row[0] = i;
            for (int j = 1; j <= second.length; j++) {
                int diagonal = above[j - 1] + (first[i - 1] == second[j - 1] ? 0 : replacement);
                row[j] = Math.min(diagonal, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[second.length];
    }
}
