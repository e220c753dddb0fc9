package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is planted in a simulated judge is found again, with the settings of {@link PlantedJudge#FIXED} and 200 seeds. */
class BiasOddsTest {

    private static final double POSITION = PlantedJudge.FIXED.position();
    private static final double LENGTH = PlantedJudge.FIXED.length();
    private static final int SEEDS = 200;

    @Test
    void the_intervals_of_both_biases_cover_what_was_planted() {
        // When
        List<BiasOdds> found = IntStream.range(0, SEEDS)
                .mapToObj(seed -> BiasOdds.of(judged(seed, POSITION, LENGTH), 0.95))
                .toList();

        // Then
        assertThat(found)
                .filteredOn(odds -> odds.position().orElseThrow().interval().contains(POSITION))
                .hasSizeBetween(SEEDS * 91 / 100, SEEDS * 99 / 100);
        assertThat(found)
                .filteredOn(odds -> odds.length().orElseThrow().interval().contains(LENGTH))
                .hasSizeBetween(SEEDS * 91 / 100, SEEDS * 99 / 100);
        assertThat(mean(found.stream()
                        .mapToDouble(o -> o.position().orElseThrow().value())))
                .isCloseTo(POSITION, within(0.02));
        assertThat(mean(found.stream().mapToDouble(o -> o.length().orElseThrow().value())))
                .isCloseTo(LENGTH, within(0.1));
    }

    @Test
    void a_strong_bias_for_a_place_is_not_reported_as_a_weak_one() {
        // Given
        double strong = 3;

        // When
        BiasOdds odds = BiasOdds.of(judged(1, strong, 0), 0.95);

        // Then
        assertThat(odds.position().orElseThrow().interval().contains(strong)).isTrue();
        assertThat(odds.position().orElseThrow().interval().low()).isGreaterThan(2);
    }

    @Test
    void a_judge_without_bias_has_intervals_around_nothing() {
        // When
        List<BiasOdds> found = IntStream.range(0, SEEDS)
                .mapToObj(seed -> BiasOdds.of(judged(seed, 0, 0), 0.95))
                .toList();

        // Then
        assertThat(found)
                .filteredOn(odds -> odds.position().orElseThrow().interval().contains(0))
                .hasSizeBetween(SEEDS * 91 / 100, SEEDS * 99 / 100);
        assertThat(found)
                .filteredOn(odds -> odds.length().orElseThrow().interval().contains(0))
                .hasSizeBetween(SEEDS * 91 / 100, SEEDS * 99 / 100);
    }

    @Test
    void what_all_goes_one_way_has_no_number() {
        // Given
        SwappedPair first = new SwappedPair(
                "q", "a", "b", PlantedJudge.prefers(Outcome.A_WINS), PlantedJudge.prefers(Outcome.A_WINS));

        // When
        BiasOdds odds = BiasOdds.of(List.of(new BiasOdds.Measured(first, 10, 20, true)), 0.95);

        // Then
        assertThat(odds.position()).isEmpty();
        assertThat(odds.length()).isEmpty();
    }

    private static List<BiasOdds.Measured> judged(int seed, double position, double length) {
        return PlantedJudge.FIXED.withBiases(position, length).judged(seed).stream()
                .map(one -> new BiasOdds.Measured(
                        one.pair(),
                        one.first().length(),
                        one.second().length(),
                        Objects.equals(one.first().score(), one.second().score())))
                .toList();
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }
}
