package dev.assay.scoring.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AssignmentPropertiesTest {

    @Property(tries = 300)
    void no_other_pairing_gains_more(
            @ForAll @IntRange(max = 5) int rows, @ForAll @IntRange(max = 5) int columns, @ForAll long seed) {
        // Given
        Random random = new Random(seed);
        double[][] gains = new double[rows][columns];
        for (double[] row : gains) {
            Arrays.setAll(row, c -> random.nextInt(4) / 3.0);
        }

        // When
        int[] chosen = Assignment.best(gains);

        // Then
        double gain = 0;
        for (int row = 0; row < rows; row++) {
            gain += chosen[row] < 0 ? 0 : gains[row][chosen[row]];
        }
        assertThat(Arrays.stream(chosen).filter(c -> c >= 0)).doesNotHaveDuplicates();
        assertThat(gain).isCloseTo(greatest(gains, 0, 0), within(1e-12));
    }

    private static double greatest(double[][] gains, int row, int used) {
        if (row == gains.length) {
            return 0;
        }
        double best = greatest(gains, row + 1, used);
        for (int c = 0; c < gains[row].length; c++) {
            if ((used >> c & 1) == 0) {
                best = Math.max(best, gains[row][c] + greatest(gains, row + 1, used | 1 << c));
            }
        }
        return best;
    }
}
