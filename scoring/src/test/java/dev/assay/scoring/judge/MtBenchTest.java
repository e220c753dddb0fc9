package dev.assay.scoring.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.assay.scoring.arena.Outcome;
import dev.assay.scoring.judge.MtBenchScores.Graded;
import dev.assay.scoring.judge.MtBenchScores.Match;
import dev.assay.scoring.judge.MtBenchScores.Standing;
import dev.assay.scoring.judge.MtBenchScores.Winner;
import dev.assay.scoring.judge.VoteAgreement.Count;
import dev.assay.scoring.judge.VoteAgreement.Ties;
import dev.assay.scoring.judge.VoteAgreement.Vote;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class MtBenchTest {

    @Test
    void unreadable_ratings_are_left_out_of_means() {
        // Given
        List<Graded> graded = List.of(
                new Graded("m", 1, OptionalDouble.of(8)),
                new Graded("m", 2, OptionalDouble.of(5)),
                new Graded("m", 2, OptionalDouble.empty()),
                new Graded("none", 1, OptionalDouble.empty()));

        // When
        Map<String, Double> means = MtBenchScores.means(graded);

        // Then
        assertThat(means).isEqualTo(Map.of("m", 6.5));
        assertThat(MtBenchScores.means(graded, 2)).isEqualTo(Map.of("m", 5.0));
    }

    @Test
    void games_that_disagree_are_ties_and_unreadable_ones_no_match() {
        // Given
        List<Match> matches = List.of(
                new Match("x", "y", Winner.FIRST, Winner.FIRST),
                new Match("y", "x", Winner.FIRST, Winner.TIE),
                new Match("x", "y", Winner.UNREADABLE, Winner.FIRST));

        // When
        Map<String, Standing> standings = MtBenchScores.standings(matches);

        // Then
        assertThat(standings).isEqualTo(Map.of("x", new Standing(1, 0, 1), "y", new Standing(0, 1, 1)));
        assertThat(standings.get("x").winRate()).isEqualTo(0.5);
        assertThat(standings.get("y").adjustedWinRate()).isEqualTo(0.25);
    }

    @Test
    void votes_are_compared_whatever_the_order_of_the_models() {
        // Given
        List<Vote> judge = List.of(new Vote("1", "x", "y", Outcome.A_WINS), new Vote("2", "x", "y", Outcome.TIE));
        List<Vote> people = List.of(
                new Vote("1", "y", "x", Outcome.B_WINS),
                new Vote("1", "x", "y", Outcome.TIE),
                new Vote("2", "x", "y", Outcome.TIE),
                new Vote("3", "x", "y", Outcome.TIE));

        // When
        Count all = VoteAgreement.between(judge, people, Ties.COUNT);

        // Then
        assertThat(all).isEqualTo(new Count(2, 3));
        assertThat(VoteAgreement.between(judge, people, Ties.LEAVE_OUT)).isEqualTo(new Count(1, 1));
        assertThat(VoteAgreement.within(people, Ties.COUNT)).isEqualTo(new Count(0, 1));
        assertThat(VoteAgreement.within(people, Ties.LEAVE_OUT)).isEqualTo(new Count(0, 0));
    }

    @Test
    void a_judge_votes_once() {
        // Given
        Vote vote = new Vote("1", "x", "y", Outcome.A_WINS);

        // When
        var error = catchThrowable(() -> VoteAgreement.between(List.of(vote, vote), List.of(vote), Ties.COUNT));

        // Then
        assertThat(error).hasMessage("two votes of one judge on one pair");
        assertThat(VoteAgreement.between(List.of(vote, vote), List.of(), Ties.COUNT))
                .isEqualTo(new Count(0, 0));
    }
}
