package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is planted in a simulated judge is found again. The settings were fixed before the first result was seen: four
 * models with abilities 0.85, 0.7, 0.55 and 0.4, of which the worse write the longer answers; a judge with a weight of 3
 * for the right answer, 0.6 for the first place (a lean of 0.29 between equal answers), 2 for length, 10 % ties between
 * equal answers and 2 % unreadable replies; 250 items; 200 seeds.
 */
class BiasOddsTest {

    private static final List<String> MODELS = List.of("best", "good", "fair", "poor");
    private static final double[] ABILITIES = {0.85, 0.7, 0.55, 0.4};
    private static final double[] LENGTHS = {120, 240, 360, 480};
    private static final double QUALITY = 3;
    private static final double POSITION = 0.6;
    private static final double LENGTH = 2;
    private static final int ITEMS = 250;
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
    void without_length_the_ranking_is_the_true_one_more_often_than_by_the_votes_alone() {
        // When
        List<CorrectedRanking> rankings = IntStream.range(0, 20)
                .mapToObj(seed -> judged(seed, POSITION, LENGTH).stream()
                        .map(m -> new CorrectedRanking.Styled(
                                m.pair(), new double[] {m.lengthOfFirst()}, new double[] {m.lengthOfSecond()}))
                        .toList())
                .map(pairs -> CorrectedRanking.of(pairs, RatingScale.ELO, 0.5))
                .toList();

        // Then
        long byVotes = rankings.stream()
                .filter(ranking -> ranking.swapped() instanceof BradleyTerry.Fit.Rated rated
                        && rated.ratings().order().equals(MODELS))
                .count();
        long withoutLength = rankings.stream()
                .filter(ranking ->
                        ranking.controlled().orElseThrow().ratings().order().equals(MODELS))
                .count();
        assertThat(withoutLength).isGreaterThan(byVotes);
    }

    @Test
    void what_all_goes_one_way_has_no_number() {
        // Given
        SwappedPair first = new SwappedPair("q", "a", "b", prefers(Outcome.A_WINS), prefers(Outcome.A_WINS));

        // When
        BiasOdds odds = BiasOdds.of(List.of(new BiasOdds.Measured(first, 10, 20, true)), 0.95);

        // Then
        assertThat(odds.position()).isEmpty();
        assertThat(odds.length()).isEmpty();
    }

    private static List<BiasOdds.Measured> judged(int seed, double position, double length) {
        Random random = new Random(seed);
        List<BiasOdds.Measured> pairs = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            int[] right = new int[MODELS.size()];
            double[] lengths = new double[MODELS.size()];
            for (int model = 0; model < right.length; model++) {
                right[model] = random.nextDouble() < ABILITIES[model] ? 1 : 0;
                lengths[model] = LENGTHS[model] * (0.75 + 0.5 * random.nextDouble());
            }
            for (int a = 0; a < right.length; a++) {
                for (int b = a + 1; b < right.length; b++) {
                    double lead = QUALITY * (right[a] - right[b])
                            + length * (lengths[a] - lengths[b]) / (lengths[a] + lengths[b]);
                    boolean alike = right[a] == right[b];
                    SwappedPair pair = new SwappedPair(
                            "item " + item,
                            MODELS.get(a),
                            MODELS.get(b),
                            verdict(position + lead, alike, random),
                            verdict(position - lead, alike, random));
                    pairs.add(new BiasOdds.Measured(pair, lengths[a], lengths[b], alike));
                }
            }
        }
        return pairs;
    }

    private static Verdict verdict(double odds, boolean alike, Random random) {
        if (random.nextDouble() < 0.02) {
            return Verdict.NOTHING;
        }
        if (alike && random.nextDouble() < 0.1) {
            return prefers(Outcome.TIE);
        }
        return prefers(random.nextDouble() < 1 / (1 + Math.exp(-odds)) ? Outcome.A_WINS : Outcome.B_WINS);
    }

    private static Verdict prefers(Outcome outcome) {
        return new Verdict.Preference(outcome, false);
    }

    private static double mean(DoubleStream values) {
        return values.average().orElseThrow();
    }
}
