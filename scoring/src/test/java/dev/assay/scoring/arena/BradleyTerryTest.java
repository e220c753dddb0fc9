package dev.assay.scoring.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.arena.BradleyTerry.Fit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BradleyTerryTest {

    @Test
    void three_wins_to_one_are_odds_of_three() {
        // Given
        List<Battle> battles =
                List.of(new Battle("x", "y", Outcome.A_WINS, 3), new Battle("y", "x", Outcome.A_WINS, 1));

        // When
        Ratings ratings = rated(BradleyTerry.fit(battles, RatingScale.ELO));

        // Then
        double lead = ratings.of("x").orElseThrow() - ratings.of("y").orElseThrow();
        assertThat(lead).isCloseTo(400 * Math.log10(3), within(1e-9));
        assertThat(ratings.of("x").orElseThrow() + ratings.of("y").orElseThrow())
                .isCloseTo(2000, within(1e-9));
    }

    @Test
    void a_tie_is_half_a_win_for_either() {
        // Given
        List<Battle> ties = List.of(new Battle("x", "y", Outcome.A_WINS, 2), new Battle("x", "y", Outcome.TIE, 2));
        List<Battle> halves = List.of(new Battle("x", "y", Outcome.A_WINS, 3), new Battle("x", "y", Outcome.B_WINS));

        // When
        Ratings ratings = rated(BradleyTerry.fit(ties, RatingScale.ELO));

        // Then
        Ratings same = rated(BradleyTerry.fit(halves, RatingScale.ELO));
        assertThat(ratings.of("x").orElseThrow()).isCloseTo(same.of("x").orElseThrow(), within(1e-9));
    }

    @Test
    void a_model_that_only_wins_has_no_rating() {
        // Given
        List<Battle> battles = List.of(
                new Battle("best", "x", Outcome.A_WINS),
                new Battle("y", "best", Outcome.B_WINS),
                new Battle("x", "y", Outcome.A_WINS),
                new Battle("y", "x", Outcome.A_WINS));

        // When
        Fit fit = BradleyTerry.fit(battles, RatingScale.ELO);

        // Then
        assertThat(fit).isInstanceOfSatisfying(Fit.Undefined.class, undefined -> {
            assertThat(undefined.groups()).hasSize(2).contains(List.of("best"));
            assertThat(undefined.reason()).contains("best");
        });
    }

    @Test
    void models_that_never_met_cannot_be_compared() {
        // Given
        List<Battle> battles = List.of(new Battle("a", "b", Outcome.TIE), new Battle("c", "d", Outcome.TIE));

        // When
        Fit fit = BradleyTerry.fit(battles, RatingScale.ELO);

        // Then
        assertThat(fit)
                .isInstanceOfSatisfying(
                        Fit.Undefined.class,
                        undefined -> assertThat(undefined.groups()).hasSize(2));
        assertThat(BradleyTerry.fit(List.of(), RatingScale.ELO)).isEqualTo(new Fit.Undefined(List.of()));
    }

    @Test
    void votes_of_weight_zero_bound_nothing() {
        // Given
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS), new Battle("x", "y", Outcome.B_WINS, 0));

        // When
        Fit fit = BradleyTerry.fit(battles, RatingScale.ELO);

        // Then
        assertThat(fit).isInstanceOf(Fit.Undefined.class);
    }

    @Test
    void an_anchor_fixes_the_level_and_must_take_part() {
        // Given
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS, 3), new Battle("x", "y", Outcome.B_WINS));

        // When
        Ratings ratings = rated(BradleyTerry.fit(battles, RatingScale.ELO.anchoredAt("y", 1114)));

        // Then
        assertThat(ratings.of("y").orElseThrow()).isCloseTo(1114, within(1e-9));
        assertThat(catchThrowable(() -> BradleyTerry.fit(battles, RatingScale.ELO.anchoredAt("z", 1))))
                .hasMessage("the anchor 'z' has no battle");
    }

    @Test
    void even_lopsided_votes_are_rated_at_the_maximum() {
        // Given: 10^6 wins to 1
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS, 1e6), new Battle("x", "y", Outcome.B_WINS));

        // When
        Ratings ratings = rated(BradleyTerry.fit(battles, RatingScale.ELO));

        // Then
        double lead = ratings.of("x").orElseThrow() - ratings.of("y").orElseThrow();
        assertThat(lead).isCloseTo(2400, within(1e-4));
    }

    @Test
    void known_strengths_are_found_again() {
        // Given
        double[] strengths = {1.5, 0.5, 0, -0.5, -1.5};
        List<Battle> battles = new ArrayList<>(Votes.ofStrengths(3, strengths, 40_000));
        battles.removeIf(battle -> battle.outcome() == Outcome.TIE);

        // When
        Ratings ratings = rated(BradleyTerry.fit(battles, new RatingScale(Math.E, 1, new RatingScale.Anchor.Mean(0))));

        // Then
        for (int i = 0; i < strengths.length; i++) {
            assertThat(ratings.of("m" + i).orElseThrow()).isCloseTo(strengths[i], within(0.06));
        }
    }

    @Property(tries = 200)
    void at_the_maximum_every_model_wins_as_often_as_expected(@ForAll long seed) {
        // Given
        List<Battle> battles = Votes.ofStrengths(seed, new double[] {0.5, 0, 0, -0.5}, 60);
        Fit fit = BradleyTerry.fit(battles, RatingScale.ELO);
        Assume.that(fit instanceof Fit.Rated);

        // When
        Ratings ratings = rated(fit);

        // Then
        for (String model : ratings.order()) {
            double surplus = 0;
            for (Battle battle : battles) {
                double gap = ratings.of(battle.modelB()).orElseThrow()
                        - ratings.of(battle.modelA()).orElseThrow();
                double residual = battle.outcome().scoreOfA() - 1 / (1 + Math.pow(10, gap / 400));
                surplus += battle.modelA().equals(model)
                        ? residual
                        : battle.modelB().equals(model) ? -residual : 0;
            }
            assertThat(surplus).isCloseTo(0, within(1e-9));
        }
    }

    @Property(tries = 100)
    void neither_the_order_of_votes_nor_the_places_of_models_make_a_difference(@ForAll long seed) {
        // Given
        List<Battle> battles = Votes.random(seed, 4, 40);
        List<Battle> turned = new ArrayList<>(battles.stream()
                .map(b -> new Battle(b.modelB(), b.modelA(), b.outcome().swapped()))
                .toList());
        Collections.shuffle(turned, new Random(seed));

        // When
        Fit fit = BradleyTerry.fit(battles, RatingScale.ELO);

        // Then
        Fit other = BradleyTerry.fit(turned, RatingScale.ELO);
        assertThat(other.getClass()).isEqualTo(fit.getClass());
        if (fit instanceof Fit.Rated rated) {
            rated.ratings()
                    .byModel()
                    .forEach((model, rating) ->
                            assertThat(rated(other).of(model).orElseThrow()).isCloseTo(rating, within(1e-6)));
        }
    }

    private static Ratings rated(Fit fit) {
        assertThat(fit).isInstanceOf(Fit.Rated.class);
        return ((Fit.Rated) fit).ratings();
    }
}
