package dev.assay.scoring.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.BradleyTerry;
import dev.assay.scoring.arena.RatingScale;
import dev.assay.scoring.arena.Ratings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BoardCompositionTest {

    private static Board board(List<Vote> votes) {
        return BoardComposition.of(List.of(), votes, BoardSettings.STANDARD);
    }

    private static Board.Model model(Board board, String name) {
        return board.models().stream()
                .filter(m -> m.model().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void planted_abilities_are_found_in_their_order() {
        // Given
        List<Vote> votes = PlantedVotes.of(3, new double[] {0, 0.6, 1.2, 1.8, 2.4}, 6000, 0);

        // When
        Board board = board(votes);

        // Then
        assertThat(board.models()).extracting(Board.Model::model).containsExactly("m4", "m3", "m2", "m1", "m0");
        assertThat(board.undefined()).isEmpty();
        assertThat(model(board, "m4").rankLow()).isEqualTo(1);
        assertThat(model(board, "m4").rankHigh()).isEqualTo(1);
        assertThat(board.votes().all()).isEqualTo(6000);
        assertThat(board.place().firstShare()).isCloseTo(0.5, within(0.03));
    }

    @Test
    void intervals_cover_the_planted_differences_as_often_as_they_say() {
        // Given: ties are half a win here, so the strengths that the votes follow are a little closer than planted
        double[] strengths = {0, 0.5, 1, 1.5};
        List<Vote> endless = PlantedVotes.of(0, strengths, 400_000, 0);
        Ratings truth = ((BradleyTerry.Fit.Rated)
                        BradleyTerry.fit(endless.stream().map(Vote::battle).toList(), RatingScale.ELO))
                .ratings();
        int covered = 0;

        // When
        for (int seed = 1; seed <= 50; seed++) {
            Board board = BoardComposition.of(
                    List.of(), PlantedVotes.of(seed, strengths, 400, 0), new BoardSettings(null, 1000, 0.9, 200, seed));
            for (Board.Model model : board.models()) {
                double rating = truth.of(model.model()).orElseThrow();
                covered +=
                        Objects.requireNonNull(model.low()) <= rating && rating <= Objects.requireNonNull(model.high())
                                ? 1
                                : 0;
            }
        }

        // Then: 90 % of 200, up to three standard errors of that many dependent intervals
        assertThat(covered).isBetween(165, 195);
    }

    @Test
    void a_model_that_wins_by_length_alone_loses_its_lead_where_style_is_taken_out() {
        // Given: all are equally good, and longer answers win
        List<Vote> votes = PlantedVotes.of(5, new double[] {0, 0, 0, 0}, 4000, 0.5);

        // When
        Board board = board(votes);

        // Then
        Board.Model longest = model(board, "m3");
        Board.Model shortest = model(board, "m0");
        assertThat(longest.rating() - shortest.rating()).isGreaterThan(60);
        assertThat(Math.abs(longest.styled() - shortest.styled())).isLessThan(25);
        assertThat(board.style().coefficients().getFirst().name()).isEqualTo("length");
        assertThat(board.style().coefficients().getFirst().logOdds()).isGreaterThan(0.5);
        assertThat(board.style().votes()).isEqualTo(4000);
    }

    @Test
    void ratings_without_style_have_intervals_unless_there_are_too_many_votes() {
        // When
        Board few = board(PlantedVotes.of(5, new double[] {0, 0.3, 0.6}, 2000, 0.5));
        Board many = board(PlantedVotes.of(5, new double[] {0, 0.3, 0.6}, 6000, 0.5));

        // Then
        assertThat(few.models()).allSatisfy(model -> {
            assertThat(model.styled()).isBetween(model.styledLow(), model.styledHigh());
            assertThat(model.styledHigh() - model.styledLow()).isBetween(10.0, 80.0);
        });
        assertThat(many.models()).allSatisfy(model -> {
            assertThat(model.styled()).isNotNull();
            assertThat(model.styledLow()).isNull();
        });
    }

    @Test
    void the_anchor_has_its_rating_and_differences_stay() {
        // Given
        List<Vote> votes = PlantedVotes.of(1, new double[] {0, 1, 2}, 900, 0);

        // When
        Board anchored = BoardComposition.of(List.of(), votes, new BoardSettings("m0", 800, 0.95, 200, 1));

        // Then
        Board free = board(votes);
        assertThat(model(anchored, "m0").rating()).isCloseTo(800, within(1e-9));
        assertThat(model(anchored, "m0").elo()).isCloseTo(800, within(1e-9));
        assertThat(model(anchored, "m0").styled()).isCloseTo(800, within(1e-9));
        assertThat(model(anchored, "m2").rating() - model(anchored, "m0").rating())
                .isCloseTo(model(free, "m2").rating() - model(free, "m0").rating(), within(1e-6));
        assertThat(free.models().stream()
                        .mapToDouble(Board.Model::rating)
                        .average()
                        .orElseThrow())
                .isCloseTo(1000, within(1e-9));
    }

    @Test
    void ratings_are_those_of_the_votes_one_by_one() {
        // Given
        List<Vote> votes = PlantedVotes.of(8, new double[] {0, 0.4, 0.9}, 300, 0);

        // When
        Board board = board(votes);

        // Then
        Ratings single = ((BradleyTerry.Fit.Rated)
                        BradleyTerry.fit(votes.stream().map(Vote::battle).toList(), RatingScale.ELO))
                .ratings();
        board.models()
                .forEach(m ->
                        assertThat(m.rating()).isCloseTo(single.of(m.model()).orElseThrow(), within(1e-6)));
    }

    @Test
    void models_that_only_win_only_lose_or_never_meet_have_no_rating_but_a_reason() {
        // Given
        List<Vote> votes = List.of(
                PlantedVotes.plain("x", "y", Winner.A),
                PlantedVotes.plain("y", "x", Winner.A),
                PlantedVotes.plain("best", "x", Winner.A),
                PlantedVotes.plain("y", "worst", Winner.A),
                PlantedVotes.plain("far", "away", Winner.TIE));

        // When
        Board board = BoardComposition.of(List.of("silent"), votes, BoardSettings.STANDARD);

        // Then
        assertThat(board.models())
                .extracting(Board.Model::model)
                .startsWith("x", "y")
                .hasSize(7);
        assertThat(board.models().subList(2, 7)).allSatisfy(model -> {
            assertThat(model.rating()).isNull();
            assertThat(model.low()).isNull();
            assertThat(model.rankLow()).isNull();
            assertThat(model.elo()).isNull();
        });
        assertThat(board.undefined())
                .extracting(u -> u.models() + " " + u.reason())
                .containsExactly("[away, far] NEVER_MET", "[best] ONLY_WON", "[silent] NEVER_MET", "[worst] ONLY_LOST");
        assertThat(board.undefined().get(1).missing())
                .isEqualTo("a vote is missing that best does not win against any of x, y");
        assertThat(board.undefined().get(0).against()).containsExactly("x", "y");
    }

    @Test
    void where_nobody_can_be_rated_every_model_says_why() {
        // When
        Board board = board(List.of(PlantedVotes.plain("a", "b", Winner.A), PlantedVotes.plain("b", "c", Winner.A)));

        // Then
        assertThat(board.models())
                .allSatisfy(model -> assertThat(model.rating()).isNull());
        assertThat(board.undefined())
                .extracting(Board.Undefined::reason)
                .containsExactly(Board.Reason.ONLY_WON, Board.Reason.ONE_WAY, Board.Reason.ONLY_LOST);
        assertThat(board(List.of()).models()).isEmpty();
    }

    @Test
    void pairs_count_both_bad_as_ties_and_are_seen_from_both_sides() {
        // Given
        List<Vote> votes = List.of(
                PlantedVotes.plain("x", "y", Winner.A),
                PlantedVotes.plain("y", "x", Winner.A),
                PlantedVotes.plain("x", "y", Winner.BOTH_BAD),
                PlantedVotes.plain("x", "y", Winner.A));

        // When
        Board board = board(votes);

        // Then
        assertThat(board.pairs())
                .containsExactly(
                        new Board.Pair("x", "y", 4, 2, 1, 1, 0.625), new Board.Pair("y", "x", 4, 1, 2, 1, 0.375));
        assertThat(board.votes()).isEqualTo(new Board.Votes(4, 1, 1, 0, 0, 4));
        assertThat(board.place().firstWon()).isEqualTo(3);
        assertThat(model(board, "x").shownFirst()).isEqualTo(3);
        assertThat(board.style()).isNull();
    }

    @Test
    void judges_are_compared_with_people_on_what_both_saw() {
        // Given: the judge says the same of two of three, once with the models the other way round
        List<Vote> votes = List.of(
                vote("q1", "x", "y", Winner.A, Voter.PERSON, "p1"),
                vote("q1", "y", "x", Winner.B, Voter.JUDGE, "j"),
                vote("q2", "x", "y", Winner.B, Voter.PERSON, "p1"),
                vote("q2", "x", "y", Winner.B, Voter.JUDGE, "j"),
                vote("q3", "x", "y", Winner.TIE, Voter.PERSON, "p2"),
                vote("q3", "x", "y", Winner.A, Voter.JUDGE, "j"),
                vote("q4", "x", "y", Winner.A, Voter.JUDGE, "j"));

        // When
        Board board = board(votes);

        // Then: chance alone gives 1/3 of agreement
        assertThat(board.agreement()).singleElement().satisfies(agreement -> {
            assertThat(agreement.judge()).isEqualTo("j");
            assertThat(agreement.compared()).isEqualTo(3);
            assertThat(agreement.agreeing()).isEqualTo(2);
            assertThat(agreement.decided()).isEqualTo(2);
            assertThat(agreement.decidedAgreeing()).isEqualTo(2);
            assertThat(agreement.kappa()).isCloseTo(0.5, within(1e-12));
        });
    }

    @Test
    void an_anchor_that_is_not_there_is_named() {
        // When
        var thrown = catchThrowable(
                () -> BoardComposition.of(List.of("x"), List.of(), new BoardSettings("z", 1000, 0.95, 100, 1)));

        // Then
        assertThat(thrown).isInstanceOf(IllegalArgumentException.class).hasMessage("anchor: there is no model 'z'");
        assertThat(catchThrowable(() -> new BoardSettings(null, 1000, 0.95, 99, 1)))
                .hasMessage("rounds: must be 100 to 10000");
    }

    @Property(tries = 20)
    void the_board_does_not_depend_on_the_order_of_votes_but_for_elo(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 60) int number) {
        // Given
        List<Vote> votes = PlantedVotes.of(seed, new double[] {0, 0.3, 0.8, 1}, number, 0);
        List<Vote> shuffled = new ArrayList<>(votes);
        Collections.shuffle(shuffled, new Random(seed));
        BoardSettings settings = new BoardSettings(null, 1000, 0.95, 100, 3);

        // When
        Board board = BoardComposition.of(List.of("m0"), votes, settings);

        // Then
        Board other = BoardComposition.of(List.of("m0"), shuffled, settings);
        assertThat(other.pairs()).isEqualTo(board.pairs());
        assertThat(other.undefined()).isEqualTo(board.undefined());
        assertThat(other.models())
                .extracting(Board.Model::rating)
                .isEqualTo(board.models().stream().map(Board.Model::rating).toList());
        assertThat(other.models())
                .extracting(Board.Model::low)
                .isEqualTo(board.models().stream().map(Board.Model::low).toList());
        assertThat(BoardComposition.of(List.of("m0"), votes, settings)).isEqualTo(board);
    }

    private static Vote vote(String question, String a, String b, Winner winner, Voter voter, String by) {
        return new Vote(question, a, b, winner, voter, by, null, null);
    }

    @Test
    void four_hundred_points_are_odds_of_ten_to_one() {
        // Given
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            votes.add(PlantedVotes.plain("x", "y", i % 11 == 0 ? Winner.B : Winner.A));
        }

        // When
        Board board = board(votes);

        // Then
        assertThat(model(board, "x").rating() - model(board, "y").rating()).isCloseTo(400, within(1e-6));
    }
}
