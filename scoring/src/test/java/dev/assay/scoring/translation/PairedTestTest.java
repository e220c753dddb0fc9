package dev.assay.scoring.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairedTestTest {

    private final Ter ter = new Ter(new TercomTokenizer(false, false, false, false));

    /** Four segments of ten words each, with these numbers of edits. */
    private static double[][] edits(double... edits) {
        double[][] statistics = new double[edits.length][];
        for (int i = 0; i < edits.length; i++) {
            statistics[i] = new double[] {edits[i], 10};
        }
        return statistics;
    }

    @Test
    void the_bootstrap_counts_rounds_that_differ_more_than_the_whole_does() {
        // Given
        double[][] baseline = edits(5, 5, 5, 5);
        double[][] system = edits(5, 5, 5, 1);
        int[][] resamples = {{0, 1, 2, 3}, {0, 0, 0, 0}, {3, 3, 3, 3}};

        // When
        PairedTest.Result result = PairedTest.bootstrap(ter, baseline, system, Draws.given(resamples));

        // Then the differences are 10, 0 and 40, their mean 16.67, and only 40 - 16.67 is above 10
        assertThat(result.p()).isEqualTo(2.0 / 4);
        assertThat(result.baseline().score()).isEqualTo(50);
        assertThat(result.system().score()).isEqualTo(40);
        assertThat(result.system().confidence().orElseThrow().mean()).isCloseTo(100.0 / 3, within(1e-12));
        assertThat(result.system().confidence().orElseThrow().halfWidth()).isCloseTo(20, within(1e-12));
    }

    @Test
    void the_randomization_counts_shuffles_that_differ_more_than_the_systems_do() {
        // Given
        double[][] baseline = edits(6, 4);
        double[][] system = edits(4, 5);
        int[][] flips = {{1, 1}, {0, 0}, {1, 0}, {0, 1}};

        // When
        PairedTest.Result result = PairedTest.randomization(ter, baseline, system, Draws.given(flips));

        // Then two of the shuffles are the systems themselves, the others differ by 15 and not by 5
        assertThat(result.p()).isEqualTo(3.0 / 5);
        assertThat(result.system().confidence()).isEmpty();
    }

    @Test
    void a_system_against_itself_has_the_least_p() {
        // Given
        double[][] same = edits(3, 1, 4, 1, 5);
        Iterator<int[]> draws = Draws.indices(new SplittableRandom(1), 99, 5);

        // When
        PairedTest.Result result = PairedTest.bootstrap(ter, same, same, draws);

        // Then
        assertThat(result.p()).isEqualTo(0.01);
    }

    @Test
    void systems_of_different_length_are_refused() {
        // When
        var refused = assertThatThrownBy(() ->
                PairedTest.bootstrap(ter, edits(1), edits(1, 2), Draws.given(new int[][] {{0}})));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class).hasMessage("1 segments of one system, 2 of the other");
    }

    @Test
    void an_interval_loses_a_fortieth_of_the_scores_on_each_side() {
        // When
        Confidence confidence =
                Confidence.of(IntStream.range(0, 80).mapToDouble(i -> i).toArray());

        // Then
        assertThat(confidence).isEqualTo(new Confidence(39.5, 37.5));
    }

    @Test
    void a_score_is_written_with_its_interval() {
        // When
        String text = new Bleu(BleuSettings.STANDARD)
                .segment("a b c d", List.of("a b c d"))
                .text(new Confidence(98.765, 1.234));

        // Then
        assertThat(text).startsWith("BLEU = 100.00 (μ = 98.77 ± 1.23) 100.0/");
    }

    @Test
    void drawn_indices_are_below_the_size_and_as_many_rounds_as_asked_for() {
        // Given
        Iterator<int[]> draws = Draws.indices(new SplittableRandom(3), 50, 7);
        List<Integer> drawn = new ArrayList<>();

        // When
        while (draws.hasNext()) {
            for (int index : draws.next()) {
                drawn.add(index);
            }
        }

        // Then
        assertThat(drawn).hasSize(50 * 7).allMatch(index -> index >= 0 && index < 7);
    }

    @Test
    void the_bootstrap_of_a_corpus_lies_around_its_score() {
        // Given
        double[][] statistics = edits(3, 1, 4, 1, 5, 9, 2, 6);
        Iterator<int[]> draws = Draws.indices(new SplittableRandom(5), 2000, statistics.length);

        // When
        Confidence confidence = Bootstrap.confidence(ter, statistics, draws);

        // Then
        assertThat(confidence.mean()).isCloseTo(ter.score(ter.sum(statistics)), within(1.5));
        assertThat(confidence.halfWidth()).isBetween(10.0, 25.0);
    }
}
