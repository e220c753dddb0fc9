package dev.assay.scoring.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.comparison.PairedComparison.Effort;
import dev.assay.scoring.comparison.PairedComparison.Flips;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PairedComparisonTest {

    @Test
    void right_and_wrong_answers_are_compared_by_their_flips() {
        // Given
        PairedScores scores = binary(40, 12, 4);

        // When
        PairedComparison comparison = compare(scores);

        // Then
        assertThat(comparison.flips()).isEqualTo(new Flips(12, 4, 24));
        assertThat(comparison.difference()).isCloseTo(0.2, within(1e-12));
        assertThat(comparison.interval().contains(0.2)).isTrue();
        assertThat(comparison.bca()).isPresent();
        assertThat(comparison.mcNemar().orElseThrow().exact()).isCloseTo(0.076812744140625, within(1e-12));
        assertThat(comparison.p()).isCloseTo(0.04904174804687, within(1e-10));
        assertThat(comparison.permutation()).isCloseTo(0.076812744140625, within(1e-12));
    }

    @Test
    void repeats_are_averaged_and_items_of_one_side_are_left_out() {
        // Given
        Map<String, double[]> first =
                Map.of("a", new double[] {1, 0}, "b", new double[] {1}, "c", new double[] {1}, "e", new double[0]);
        Map<String, double[]> second = Map.of("a", new double[] {0, 0}, "b", new double[] {1}, "d", new double[] {0});

        // When
        PairedScores scores = PairedScores.of(first, second, Map.of());

        // Then
        assertThat(scores.items()).containsExactly("a", "b");
        assertThat(scores.first()).containsExactly(0.5, 1);
        assertThat(scores.unpaired()).isEqualTo(2);
        assertThat(scores.isBinary()).isFalse();
    }

    @Test
    void clusters_that_agree_within_make_the_difference_less_sure() {
        // Given: ten clusters of ten items each, on which one of both is right throughout
        Map<String, double[]> first = new HashMap<>();
        Map<String, double[]> second = new HashMap<>();
        Map<String, String> clusters = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            first.put("i" + i, new double[] {i / 10 < 7 ? 1 : 0});
            second.put("i" + i, new double[] {i / 10 < 7 ? 0 : 1});
            clusters.put("i" + i, "passage" + i / 10);
        }

        // When
        PairedComparison alone = compare(PairedScores.of(first, second, Map.of()));
        PairedComparison clustered = compare(PairedScores.of(first, second, clusters));

        // Then
        assertThat(alone.p()).isLessThan(0.001);
        assertThat(clustered.clusters()).isEqualTo(10);
        assertThat(clustered.difference()).isEqualTo(alone.difference());
        assertThat(clustered.p()).isGreaterThan(0.1);
        assertThat(clustered.interval().width())
                .isGreaterThan(2 * alone.interval().width());
    }

    @Test
    void the_same_seed_gives_the_same_result_and_one_item_none() {
        // Given
        PairedScores scores = binary(60, 30, 10);

        // When
        PairedComparison one = compare(scores);
        PairedComparison again = compare(scores);

        // Then
        assertThat(again).isEqualTo(one);
        assertThatThrownBy(() -> compare(binary(1, 0, 0))).hasMessageContaining("at least two");
    }

    @Test
    void systems_that_never_differ_have_an_interval_all_the_same() {
        // When
        PairedComparison comparison = compare(binary(50, 0, 0));

        // Then
        assertThat(comparison.p()).isEqualTo(1);
        assertThat(comparison.interval().low()).isLessThan(0);
        assertThat(comparison.interval().high()).isGreaterThan(0);
        assertThat(comparison.bca()).isEmpty();
    }

    @Property(tries = 200)
    void exchanging_both_sides_turns_the_interval_around(
            @ForAll @IntRange(max = 40) int wins, @ForAll @IntRange(max = 40) int losses) {
        // When
        var interval = PairedInterval.binary(wins, losses, 100, 0.95);
        var turned = PairedInterval.binary(losses, wins, 100, 0.95);

        // Then
        assertThat(turned.low()).isCloseTo(-interval.high(), within(1e-12));
        assertThat(interval.contains((wins - losses) / 100.0)).isTrue();
    }

    private static PairedComparison compare(PairedScores scores) {
        return PairedComparison.of(scores, 0.95, Effort.standard(), new SplittableRandom(7));
    }

    private static PairedScores binary(int items, int wins, int losses) {
        Map<String, double[]> first = new HashMap<>();
        Map<String, double[]> second = new HashMap<>();
        for (int i = 0; i < items; i++) {
            first.put("i" + i, new double[] {i < wins ? 1 : 0});
            second.put("i" + i, new double[] {i >= wins && i < wins + losses ? 1 : 0});
        }
        return PairedScores.of(first, second, Map.of());
    }
}
