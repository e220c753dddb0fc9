package dev.assay.scoring.fairness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.fairness.SubgroupRates.Parity;
import dev.assay.scoring.fairness.SubgroupScores.Widest;
import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.statistics.Interval;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubgroupsTest {

    private static final double CONFIDENCE = 0.95;

    private static void add(SubgroupScores scores, String group, int right, int of) {
        for (int i = 0; i < of; i++) {
            scores.add(group, i < right ? 1 : 0);
        }
    }

    @Test
    void each_group_has_its_score_and_the_worst_one_its_gap() {
        // Given
        SubgroupScores scores = new SubgroupScores(Direction.HIGHER_IS_BETTER, 0, 1);
        add(scores, "a", 90, 100);
        add(scores, "b", 60, 100);
        add(scores, "c", 80, 100);

        // When
        Widest widest = scores.widest(CONFIDENCE).orElseThrow();

        // Then
        assertThat(scores.groups(CONFIDENCE))
                .extracting(group -> group.estimate().orElseThrow().mean())
                .containsExactly(0.9, 0.6, 0.8);
        assertThat(widest.better()).isEqualTo("a");
        assertThat(widest.worse()).isEqualTo("b");
        assertThat(widest.difference()).isCloseTo(0.3, within(1e-12));
        assertThat(widest.isSure()).isTrue();
        assertThat(widest.groups()).isEqualTo(3);
    }

    @Test
    void of_an_error_rate_the_worst_group_is_the_one_with_the_most_errors() {
        // Given
        SubgroupScores errors = new SubgroupScores(Direction.LOWER_IS_BETTER, 0, 1);
        add(errors, "a", 10, 100);
        add(errors, "b", 12, 100);

        // When
        Widest widest = errors.widest(CONFIDENCE).orElseThrow();

        // Then
        assertThat(widest.worse()).isEqualTo("b");
        assertThat(widest.difference()).isCloseTo(0.02, within(1e-12));
        assertThat(widest.interval().map(Interval::low).orElseThrow()).isNegative();
        assertThat(widest.isSure()).isFalse();
    }

    @Test
    void of_a_group_that_is_too_small_only_its_size_is_said() {
        // Given
        SubgroupScores scores = new SubgroupScores(Direction.HIGHER_IS_BETTER, 0, 1);
        add(scores, "many", 50, 100);
        add(scores, "few", 0, 9);
        SubgroupRates rates = new SubgroupRates();
        for (int i = 0; i < 9; i++) {
            rates.add("few", true, 1, 1);
        }
        for (int i = 0; i < 100; i++) {
            rates.add("many", true, 0, 1);
        }

        // When
        List<SubgroupScores.Group> groups = scores.groups(CONFIDENCE);

        // Then
        assertThat(groups.getFirst().items()).isEqualTo(9);
        assertThat(groups.getFirst().estimate()).isEmpty();
        assertThat(scores.widest(CONFIDENCE)).isEmpty();
        assertThat(rates.groups().getFirst().selection()).isEmpty();
        assertThat(rates.demographicParity(CONFIDENCE, 100, new SplittableRandom(1)))
                .isEmpty();
        assertThat(rates.equalizedOdds(CONFIDENCE, 100, new SplittableRandom(1)))
                .isEmpty();
    }

    @Test
    void differences_are_those_of_the_comparison_of_binary_predictions() {
        // Given
        SplittableRandom random = new SplittableRandom(5);
        int items = 600;
        boolean[] truth = new boolean[items];
        boolean[] predicted = new boolean[items];
        List<String> names = List.of("x", "y", "z");
        String[] group = new String[items];
        SubgroupRates rates = new SubgroupRates();
        for (int i = 0; i < items; i++) {
            group[i] = names.get(random.nextInt(3));
            truth[i] = random.nextInt(2) == 0;
            predicted[i] = random.nextInt(10) < (group[i].equals("x") ? 7 : 4) == truth[i];
            rates.add(group[i], truth[i], predicted[i] ? 1 : 0, 1);
        }
        GroupComparison reference = GroupComparison.of(truth, predicted, List.of(group));

        // When
        Parity demographic = rates.demographicParity(CONFIDENCE, 500, random).orElseThrow();
        Parity odds = rates.equalizedOdds(CONFIDENCE, 500, random).orElseThrow();

        // Then
        assertThat(demographic.difference()).isCloseTo(reference.demographicParityDifference(), within(1e-12));
        assertThat(odds.difference()).isCloseTo(reference.equalizedOddsDifference(), within(1e-12));
        assertThat(odds.interval().contains(odds.difference())).isTrue();
    }

    @Test
    void a_false_positive_rate_without_negatives_is_left_out_and_not_taken_for_0() {
        // Given
        SubgroupRates rates = new SubgroupRates();
        for (int i = 0; i < 40; i++) {
            rates.add("only positives", true, i % 2, 1);
            rates.add("both", i < 20, i % 2, 1);
        }

        // When
        Optional<Parity> odds = rates.equalizedOdds(CONFIDENCE, 100, new SplittableRandom(1));

        // Then
        assertThat(odds.orElseThrow().difference()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"2, 0.0, 1", "2, 0.1, 1", "2, 0.3, 1", "4, 0.0, 1", "4, 0.2, 1", "2, 0.1, 3"})
    void intervals_of_parity_cover_the_true_difference(int groups, double difference, int repeats) {
        // Given: one group is selected less often than the others
        SplittableRandom random = new SplittableRandom(groups * 31L + repeats);
        int trials = 400;
        int covered = 0;

        // When
        for (int trial = 0; trial < trials; trial++) {
            SubgroupRates rates = new SubgroupRates();
            for (int i = 0; i < 150 * groups; i++) {
                double rate = i % groups == 0 ? 0.5 - difference : 0.5;
                // Answers to one item are alike: two of three repeats are the first one again.
                int first = random.nextDouble() < rate ? 1 : 0;
                int positive = first * (repeats == 1 ? 1 : 2) + (repeats == 1 || random.nextDouble() >= rate ? 0 : 1);
                rates.add("g" + i % groups, true, positive, repeats);
            }
            covered += rates.demographicParity(CONFIDENCE, 300, random)
                            .orElseThrow()
                            .interval()
                            .contains(difference)
                    ? 1
                    : 0;
        }

        // Then: 95 % are due, of which 400 trials may miss three standard deviations of 1.1 points
        assertThat((double) covered / trials).isGreaterThanOrEqualTo(0.917);
    }
}
