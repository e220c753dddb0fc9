package dev.assay.scoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.statistics.Proportion;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GroupComparisonTest {

    @Test
    void rates_and_gaps_equal_fairlearns() {
        // Given
        boolean[] truth = {true, false, true, true, true, true, true, true};
        boolean[] predicted = {true, false, false, true, true, false, true, true};

        // When
        GroupComparison comparison =
                GroupComparison.of(truth, predicted, List.of("f", "f", "m", "f", "m", "f", "f", "f"));

        // Then
        assertThat(comparison.demographicParityDifference()).isCloseTo(1.0 / 6, within(1e-12));
        assertThat(comparison.demographicParityRatio()).isEqualTo(0.75);
        assertThat(comparison.equalizedOddsDifference()).isCloseTo(0.3, within(1e-12));
        // No group has false positives: that ratio is undefined and passed over.
        assertThat(comparison.range(Rate.FALSE_POSITIVE).ratio()).isNaN();
        assertThat(comparison.equalizedOddsRatio()).isEqualTo(0.625);
    }

    @Test
    void a_gap_is_sure_only_with_enough_people() {
        // Given
        GroupCounts often = new GroupCounts(80, 20, 0, 0);
        GroupCounts seldom = new GroupCounts(50, 50, 0, 0);

        // When
        Gap many = new GroupComparison(Map.of("a", often, "b", seldom))
                .gap(Rate.SELECTION, 0.95)
                .orElseThrow();
        Gap few = new GroupComparison(Map.of("a", new GroupCounts(8, 2, 0, 0), "b", new GroupCounts(5, 5, 0, 0)))
                .gap(Rate.SELECTION, 0.95)
                .orElseThrow();

        // Then
        assertThat(many.higher()).isEqualTo("a");
        assertThat(many.difference()).isCloseTo(0.3, within(1e-12));
        assertThat(many.isSure()).isTrue();
        assertThat(few.isSure()).isFalse();
    }

    @Test
    void newcombes_interval_is_that_of_his_paper() {
        // When: 56/70 against 48/80, example of Newcombe (1998), method 10
        var interval = Gap.newcombe(new Proportion(56, 70), new Proportion(48, 80), 0.95);

        // Then
        assertThat(interval.low()).isCloseTo(0.0524, within(5e-5));
        assertThat(interval.high()).isCloseTo(0.3339, within(5e-5));
    }

    @Test
    void groups_without_the_rate_have_no_gap() {
        assertThat(new GroupComparison(Map.of("a", new GroupCounts(1, 1, 0, 0))).gap(Rate.FALSE_POSITIVE, 0.95))
                .isEmpty();
    }
}
