package dev.assay.scoring.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.ArenaHard.Game;
import dev.assay.scoring.arena.WinMatrix.Coverage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WinRatesTest {

    @Test
    void ties_are_battles_but_no_wins() {
        // Given
        List<Battle> battles = List.of(
                new Battle("x", "y", Outcome.A_WINS),
                new Battle("y", "x", Outcome.TIE),
                new Battle("x", "z", Outcome.TIE));

        // When
        WinMatrix matrix = WinMatrix.of(battles, Coverage.ALL);

        // Then
        assertThat(matrix.share("x", "y")).hasValue(0.5);
        assertThat(matrix.share("y", "x")).hasValue(0);
        assertThat(matrix.share("y", "z")).isEmpty();
        assertThat(matrix.share("x", "x")).isEmpty();
    }

    @Test
    void models_that_won_or_lost_in_one_place_only_can_be_left_out() {
        // Given
        List<Battle> one = List.of(new Battle("x", "y", Outcome.A_WINS));
        List<Battle> both = List.of(new Battle("x", "y", Outcome.A_WINS), new Battle("y", "x", Outcome.B_WINS));

        // When
        WinMatrix matrix = WinMatrix.of(one, Coverage.BOTH_PLACES);

        // Then
        assertThat(matrix.share("x", "y")).isEmpty();
        assertThat(WinMatrix.of(both, Coverage.BOTH_PLACES).share("x", "y")).hasValue(1);
    }

    @Test
    void alpaca_reads_zero_as_a_draw_and_leaves_out_what_is_no_preference() {
        // Given
        double[] preferences = {1, 2, 0, 1.5, 1.9, Double.NaN, 3, -1};

        // When
        AlpacaEval.WinRate rate = AlpacaEval.winRate(preferences);

        // Then
        assertThat(rate.total()).isEqualTo(5);
        assertThat(rate.wins()).isEqualTo(2);
        assertThat(rate.losses()).isEqualTo(1);
        assertThat(rate.draws()).isEqualTo(2);
        assertThat(rate.winRate().orElseThrow()).isCloseTo(58, within(1e-9));
        assertThat(rate.discreteWinRate().orElseThrow()).isCloseTo(60, within(1e-9));
        assertThat(AlpacaEval.winRate(new double[0]).winRate()).isEmpty();
        assertThat(AlpacaEval.winRate(new double[] {2}).standardError()).isEmpty();
    }

    @Test
    void length_control_takes_out_what_length_alone_wins() {
        // Given: the model wins exactly where it is longer, and is longer in three of four
        int n = 400;
        SplittableRandom random = new SplittableRandom(2);
        double[] preferences = new double[n];
        double[] baseline = new double[n];
        double[] model = new double[n];
        for (int i = 0; i < n; i++) {
            boolean longer = i % 4 > 0;
            baseline[i] = 500 + random.nextInt(50);
            model[i] = longer ? 900 : 200;
            preferences[i] = longer ? 1.8 : 1.2;
        }

        // When
        LengthControl.Weights weights = LengthControl.fit(preferences, baseline, model, new double[0]);

        // Then
        double controlled = LengthControl.predict(weights, new double[n]).winRate();
        assertThat(AlpacaEval.winRate(preferences).winRate().orElseThrow()).isCloseTo(65, within(1e-9));
        assertThat(weights.length()).isNegative();
        assertThat(controlled).isCloseTo(50, within(5.0));
    }

    @Test
    void without_differences_in_length_there_is_nothing_to_control() {
        // Given
        double[] same = {5, 5};

        // When
        var error = catchThrowable(() -> LengthControl.fit(new double[] {1, 2}, same, same, new double[0]));

        // Then
        assertThat(error).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> LengthControl.predict(new LengthControl.Weights(0, 0, 0), new double[0])))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "A>>B, A_WINS, true",
        "B<A, A_WINS, false",
        "A=B, TIE, false",
        "B>A, B_WINS, false",
        "A<<B, B_WINS, true"
    })
    void labels_are_read_from_the_point_of_view_of_a(String label, Outcome outcome, boolean clear) {
        // When
        Game game = Game.of(label);

        // Then
        assertThat(game).isEqualTo(new Game(outcome, clear));
        assertThat(Game.parse("A")).isEmpty();
        assertThat(catchThrowable(() -> Game.of("A>>>B"))).hasMessageContaining("A>>>B");
    }

    @Test
    void a_clear_win_counts_three_times() {
        // Given: the model is B in the first game and A in the second
        Game baselineFirst = Game.of("A>>B");
        Game modelFirst = Game.of("A>B");

        // When
        List<Double> scores = ArenaHard.scores(baselineFirst, modelFirst);

        // Then
        assertThat(scores).containsExactly(1.0, 0.0, 0.0, 0.0);
    }

    @Test
    void arena_hard_bootstraps_the_mean() {
        // Given
        List<Double> scores = new java.util.ArrayList<>(Collections.nCopies(60, 1.0));
        scores.addAll(Collections.nCopies(40, 0.0));

        // When
        ArenaHard.WinRate rate = ArenaHard.winRates(Map.of("m", scores), 500, new SplittableRandom(3))
                .get("m");

        // Then
        assertThat(rate.n()).isEqualTo(100);
        assertThat(rate.score()).isCloseTo(0.6, within(1e-12));
        assertThat(rate.interval().low()).isCloseTo(0.52, within(0.03));
        assertThat(rate.interval().high()).isCloseTo(0.68, within(0.03));
    }
}
