package dev.assay.scoring.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class StyleControlTest {

    @Test
    void a_model_that_wins_by_length_alone_loses_its_lead() {
        // Given: votes go by length only, and "long" is mostly longer
        List<StyledBattle> battles = votesByLength(400);

        // When
        StyleControl.Controlled controlled = StyleControl.ARENA.fit(battles);

        // Then
        double raw = lead(((BradleyTerry.Fit.Rated) BradleyTerry.fit(
                        battles.stream().map(StyledBattle::battle).toList(), RatingScale.ELO))
                .ratings());
        assertThat(raw).isGreaterThan(60);
        assertThat(Math.abs(lead(controlled.ratings()))).isLessThan(raw / 2);
        assertThat(controlled.coefficients().getFirst()).isGreaterThan(1);
    }

    @Test
    void a_style_that_never_differs_has_the_coefficient_zero() {
        // Given
        List<StyledBattle> battles =
                List.of(styled(Outcome.A_WINS, 3, 3), styled(Outcome.A_WINS, 5, 5), styled(Outcome.B_WINS, 7, 7));

        // When
        StyleControl.Controlled controlled = StyleControl.ARENA.fit(battles);

        // Then
        assertThat(controlled.coefficients().getFirst()).isCloseTo(0, within(1e-12));
        assertThat(lead(controlled.ratings())).isPositive();
    }

    @Test
    void the_penalty_keeps_a_model_that_only_wins_finite() {
        // Given
        List<StyledBattle> battles = List.of(styled(Outcome.A_WINS, 3, 9), styled(Outcome.A_WINS, 5, 2));

        // When
        double weak = lead(StyleControl.ARENA.fit(battles).ratings());

        // Then
        double strong = lead(new StyleControl(RatingScale.ELO, 50).fit(battles).ratings());
        assertThat(weak).isBetween(strong, 2000.0);
        assertThat(strong).isPositive();
    }

    @Test
    void votes_and_counts_are_needed() {
        // When
        var without = catchThrowable(() -> StyleControl.ARENA.fit(List.of()));

        // Then
        assertThat(without).hasMessage("style control needs votes");
        assertThat(catchThrowable(() -> styled(Outcome.TIE, -1, 2))).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(() -> new StyleControl(RatingScale.ELO, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<StyledBattle> votesByLength(int number) {
        SplittableRandom random = new SplittableRandom(11);
        List<StyledBattle> battles = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            double a = 100 + random.nextInt(200);
            double b = 60 + random.nextInt(200);
            boolean longer = random.nextInt(10) > 0;
            Outcome outcome = (a > b) == longer ? Outcome.A_WINS : Outcome.B_WINS;
            battles.add(i % 2 == 0 ? styled(outcome, a, b) : turned(outcome, a, b));
        }
        return battles;
    }

    private static StyledBattle turned(Outcome outcome, double a, double b) {
        return new StyledBattle(new Battle("short", "long", outcome.swapped()), new double[] {b}, new double[] {a});
    }

    private static StyledBattle styled(Outcome outcome, double a, double b) {
        return new StyledBattle(new Battle("long", "short", outcome), new double[] {a}, new double[] {b});
    }

    private static double lead(Ratings ratings) {
        return ratings.of("long").orElseThrow() - ratings.of("short").orElseThrow();
    }
}
