package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.agreement.Agreement;
import dev.assay.scoring.arena.Battle;
import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.judge.SwappedPair.Place;
import dev.assay.scoring.judge.SwappedPair.Resolution;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwappedPairTest {

    @ParameterizedTest
    @CsvSource({"A_WINS, B_WINS, A_WINS", "B_WINS, A_WINS, B_WINS", "TIE, TIE, TIE"})
    void verdicts_that_name_the_same_answer_agree(Outcome given, Outcome swapped, Outcome together) {
        // When
        SwappedPair pair = pair(given, swapped);

        // Then
        assertThat(pair.resolve()).isEqualTo(new Resolution.Agreed(together));
        assertThat(pair.vote()).contains(new Battle("x", "y", together));
    }

    @ParameterizedTest
    @CsvSource({"A_WINS, A_WINS, FIRST", "B_WINS, B_WINS, SECOND", "A_WINS, TIE, FIRST", "TIE, B_WINS, SECOND"})
    void a_contradiction_is_a_tie_that_favours_a_place(Outcome given, Outcome swapped, Place place) {
        // When
        SwappedPair pair = pair(given, swapped);

        // Then
        assertThat(pair.resolve()).isEqualTo(new Resolution.Contradiction(place));
        assertThat(pair.vote()).contains(new Battle("x", "y", Outcome.TIE));
    }

    @Test
    void a_missing_verdict_is_no_vote() {
        // Given
        SwappedPair pair =
                new SwappedPair("q", "x", "y", new Verdict.Preference(Outcome.A_WINS, false), Verdict.NOTHING);

        // When
        Resolution resolution = pair.resolve();

        // Then
        assertThat(resolution).isEqualTo(new Resolution.Missing());
        assertThat(pair.vote()).isEmpty();
        assertThat(pair.unswappedVote()).contains(new Battle("x", "y", Outcome.A_WINS));
        assertThat(catchThrowable(() -> new SwappedPair("q", "x", "y", new Verdict.Rating(3), Verdict.NOTHING)))
                .hasMessage("a rating compares nothing");
    }

    @Property
    void naming_the_models_the_other_way_round_swaps_the_vote(@ForAll Outcome given, @ForAll Outcome swapped) {
        // Given
        SwappedPair pair = pair(given, swapped);

        // When
        SwappedPair turned = new SwappedPair("q", "y", "x", pair.swapped(), pair.asGiven());

        // Then
        assertThat(turned.vote().orElseThrow().outcome())
                .isEqualTo(pair.vote().orElseThrow().outcome().swapped());
        assertThat(turned.resolve().getClass()).isEqualTo(pair.resolve().getClass());
    }

    @Test
    void position_bias_tells_leaning_from_noise() {
        // Given
        List<SwappedPair> leaning = new ArrayList<>();
        List<SwappedPair> noisy = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            leaning.add(i < 20 ? pair(Outcome.A_WINS, Outcome.A_WINS) : pair(Outcome.A_WINS, Outcome.B_WINS));
            Outcome drawn = i % 2 == 0 ? Outcome.A_WINS : Outcome.B_WINS;
            noisy.add(i < 20 ? pair(drawn, drawn) : pair(Outcome.A_WINS, Outcome.B_WINS));
        }
        leaning.add(new SwappedPair("q", "x", "y", Verdict.NOTHING, Verdict.NOTHING));

        // When
        PositionBias bias = PositionBias.of(leaning);

        // Then
        assertThat(bias).isEqualTo(new PositionBias(40, 20, 20, 0, 1));
        assertThat(bias.consistency()).hasValue(0.5);
        assertThat(bias.lean()).hasValue(0.5);
        assertThat(bias.firstShare(0.95).orElseThrow().contains(0.5)).isFalse();
        assertThat(PositionBias.of(noisy).lean()).hasValue(0);
        assertThat(PositionBias.of(noisy).firstShare(0.95).orElseThrow().contains(0.5))
                .isTrue();
        assertThat(PositionBias.of(List.of()).consistency()).isEmpty();
    }

    @Test
    void length_bias_counts_votes_for_the_longer_answer() {
        // Given
        List<LengthBias.Measured> votes = List.of(
                new LengthBias.Measured(new Battle("x", "y", Outcome.A_WINS), 300, 100),
                new LengthBias.Measured(new Battle("x", "y", Outcome.B_WINS), 100, 300),
                new LengthBias.Measured(new Battle("x", "y", Outcome.A_WINS), 100, 300),
                new LengthBias.Measured(new Battle("x", "y", Outcome.TIE), 100, 100),
                new LengthBias.Measured(new Battle("x", "y", Outcome.A_WINS), 100, 100));

        // When
        LengthBias bias = LengthBias.of(votes);

        // Then
        assertThat(bias.decided()).isEqualTo(3);
        assertThat(bias.longerWon()).isEqualTo(2);
        assertThat(bias.longerShare(0.95).orElseThrow().contains(2 / 3.0)).isTrue();
        assertThat(LengthBias.of(List.of()).correlation())
                .isEqualTo(new Agreement.Undefined(Agreement.Reason.NOTHING_TO_COMPARE));
    }

    @Test
    void swapping_takes_out_what_the_place_alone_decided() {
        // Given: equally good models, a judge that mostly takes what is shown first, and x shown first as given
        SplittableRandom random = new SplittableRandom(4);
        List<CorrectedRanking.Judged> judged = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            Outcome given = random.nextInt(10) < 8 ? Outcome.A_WINS : Outcome.B_WINS;
            Outcome swapped = random.nextInt(10) < 8 ? Outcome.A_WINS : Outcome.B_WINS;
            judged.add(new CorrectedRanking.Judged(
                    pair(given, swapped),
                    new CorrectedRanking.Answer(100 + i, null),
                    new CorrectedRanking.Answer(110, null),
                    true));
        }

        // When
        CorrectedRanking ranking = CorrectedRanking.of(judged, RatingScale.ELO);

        // Then
        assertThat(lead(ranking.asJudged())).isGreaterThan(150);
        assertThat(lead(ranking.swapped())).isCloseTo(0, within(60.0));
        assertThat(ranking.corrected()).isPresent();
        assertThat(ranking.leftOut()).isZero();
        assertThat(CorrectedRanking.of(List.of(), RatingScale.ELO).corrected()).isEmpty();
    }

    private static double lead(BradleyTerry.Fit fit) {
        var ratings = ((BradleyTerry.Fit.Rated) fit).ratings();
        return ratings.of("x").orElseThrow() - ratings.of("y").orElseThrow();
    }

    private static SwappedPair pair(Outcome given, Outcome swapped) {
        return new SwappedPair(
                "q", "x", "y", new Verdict.Preference(given, false), new Verdict.Preference(swapped, false));
    }
}
