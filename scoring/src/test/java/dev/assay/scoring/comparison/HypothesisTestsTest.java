package dev.assay.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.statistics.TestResult;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Values of scipy 1.10 and statsmodels 0.13 on own inputs. */
class HypothesisTestsTest {

    private static final double[] A = {0.391, 0.851, 0.637, 0.825, 0.742, 0.6, 0.562};
    private static final double[] B = {0.429, 0.78, 0.684, 1.0, 0.652, 0.672, 0.755};

    @Test
    void tests_of_means_equal_scipys() {
        // When
        TestResult paired = TTests.paired(A, B);
        TestResult pooled = TTests.pooled(A, B);
        TestResult welch = TTests.welch(A, B);

        // Then
        assertThat(paired.statistic()).isCloseTo(-1.2654103382387851, within(1e-12));
        assertThat(paired.p()).isCloseTo(0.2526430733953074, within(1e-10));
        assertThat(pooled.p()).isCloseTo(0.5694539954056195, within(1e-10));
        assertThat(welch.p()).isCloseTo(0.5694888006376648, within(1e-10));
        assertThat(TTests.cohensD(A, B)).isCloseTo(-0.31263865850272454, within(1e-12));
    }

    @Test
    void tests_of_order_equal_scipys() {
        // When
        TestResult wilcoxon = RankTests.wilcoxon(A, B).orElseThrow();
        TestResult mannWhitney = RankTests.mannWhitney(A, B);
        TestResult smirnov = KolmogorovSmirnov.test(A, B);

        // Then
        assertThat(wilcoxon).isEqualTo(new TestResult(8, 0.375));
        assertThat(mannWhitney.statistic()).isEqualTo(19);
        assertThat(mannWhitney.p()).isCloseTo(0.534965034965035, within(1e-12));
        assertThat(smirnov.p()).isCloseTo(0.5751748251748252, within(1e-12));
        assertThat(RankTests.signs(A, B).wins()).isEqualTo(2);
        assertThat(RankTests.signs(A, B).p()).isCloseTo(0.453125, within(1e-12));
        assertThat(PermutationTests.exactIndependent(A, B)).isCloseTo(0.5722610722610723, within(1e-12));
    }

    @Test
    void what_does_not_vary_has_no_test() {
        // Given
        double[] same = {1, 1, 1};

        // When
        TestResult equal = TTests.paired(same, same);
        TestResult shifted = TTests.paired(new double[] {2, 2, 2}, same);

        // Then
        assertThat(equal.p()).isNaN();
        assertThat(shifted).isEqualTo(new TestResult(Double.POSITIVE_INFINITY, 0));
        assertThat(RankTests.wilcoxon(same, same)).isEmpty();
        assertThat(PermutationTests.exactSigns(new double[3])).isEqualTo(1);
    }

    @Test
    void tables_of_counts_equal_scipys() {
        // Given
        FourfoldTable table = new FourfoldTable(6, 19, 28, 7);

        // When
        TestResult fisher = table.fisher();

        // Then
        assertThat(fisher.p()).isCloseTo(2.019294972047404e-05, within(1e-14));
        assertThat(table.chiSquare(true).orElseThrow().statistic()).isCloseTo(16.413703943115706, within(1e-10));
        assertThat(table.chiSquare(false).orElseThrow().p()).isCloseTo(1.5916738451395516e-05, within(1e-14));
        assertThat(new FourfoldTable(0, 0, 3, 4).chiSquare(true)).isEmpty();
    }

    @Test
    void mc_nemar_counts_only_items_on_which_one_alone_is_right() {
        // Given
        boolean[] first = {true, true, true, false, false};
        boolean[] second = {true, false, false, true, false};

        // When
        McNemar table = McNemar.of(first, second);

        // Then
        assertThat(table).isEqualTo(new McNemar(1, 2, 1, 1));
        assertThat(table.exact()).isEqualTo(new TestResult(1, 1));
        assertThat(table.midP()).isCloseTo(0.625, within(1e-12));
        assertThat(new McNemar(3, 0, 0, 2).midP()).isEqualTo(1);
        assertThat(new McNemar(3, 0, 0, 2).chiSquare(false).p()).isNaN();
    }

    @Test
    void adjusted_p_values_equal_statsmodels() {
        // Given
        double[] p = {0.11313, 0.8997, 0.00103, 0.15092, 0.09925};

        // When
        double[] holm = MultipleTesting.HOLM.adjusted(p);
        double[] discoveries = MultipleTesting.BENJAMINI_HOCHBERG.adjusted(p);

        // Then
        assertThat(holm).containsExactly(new double[] {0.397, 0.8997, 0.00515, 0.397, 0.397}, within(1e-12));
        assertThat(discoveries)
                .containsExactly(new double[] {0.18855, 0.8997, 0.00515, 0.18865, 0.18855}, within(1e-12));
        assertThatThrownBy(() -> MultipleTesting.HOLM.adjusted(1.5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 100)
    void every_adjustment_raises_p_values_and_keeps_their_order(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 1) Double> values) {
        // Given
        double[] p = values.stream().mapToDouble(Double::doubleValue).toArray();

        for (MultipleTesting method : MultipleTesting.values()) {
            // When
            double[] adjusted = method.adjusted(p);

            // Then
            for (int i = 0; i < p.length; i++) {
                assertThat(adjusted[i]).isBetween(p[i] - 1e-12, 1.0);
                for (int j = 0; j < p.length; j++) {
                    if (p[i] < p[j]) {
                        assertThat(adjusted[i]).isLessThanOrEqualTo(adjusted[j] + 1e-12);
                    }
                }
            }
        }
    }

    @Test
    void many_pairs_are_tested_by_random_signs_near_the_exact_value() {
        // Given
        double[] differences = new double[20];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = i < 14 ? 1 : -1;
        }

        // When
        double p = PermutationTests.signs(differences, 20_000, new SplittableRandom(3));

        // Then
        assertThat(p).isCloseTo(PermutationTests.exactSigns(differences), within(0.01));
    }

    @Test
    void signs_of_equal_sizes_are_mcnemars_exact_test() {
        // Given: 60 items gained, 30 lost, 100 the same
        double[] differences = new double[190];
        java.util.Arrays.fill(differences, 0, 60, 0.5);
        java.util.Arrays.fill(differences, 60, 90, -0.5);

        // When
        double p = PermutationTests.signs(differences, 10, new SplittableRandom(1));

        // Then
        assertThat(p).isCloseTo(new McNemar(100, 60, 30, 0).exact().p(), within(1e-12));
    }

    @Test
    void signs_of_very_many_pairs_are_those_of_their_limit() {
        // Given
        SplittableRandom random = new SplittableRandom(7);
        double[] differences =
                random.doubles(5_000, -1, 1.04).map(x -> x * x * x).toArray();
        double[] some = java.util.Arrays.copyOf(differences, PermutationTests.MANY_PAIRS - 1);

        // Then: of a few less than many, random signs say what the limit says
        assertThat(PermutationTests.signs(differences, 10, random))
                .isCloseTo(TTests.paired(differences, new double[5_000]).p(), within(0.002));
        assertThat(PermutationTests.signs(some, 40_000, random))
                .isCloseTo(TTests.paired(some, new double[some.length]).p(), within(0.015));
    }
}
