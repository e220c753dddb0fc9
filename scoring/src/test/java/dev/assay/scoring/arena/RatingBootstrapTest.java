package dev.assay.scoring.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import dev.assay.scoring.statistics.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RatingBootstrapTest {

    @Property
    void a_draw_has_as_many_votes_and_none_of_weight_zero(@ForAll long seed) {
        // Given
        double[] weights = {3, 0, 100, 1, 0};

        // When
        double[] drawn = new Resampling(weights).draw(new SplittableRandom(seed));

        // Then
        assertThat(Arrays.stream(drawn).sum()).isEqualTo(104);
        assertThat(drawn[1] + drawn[4]).isZero();
    }

    @Test
    void draws_have_the_mean_and_spread_of_a_multinomial() {
        // Given
        Resampling resampling = new Resampling(new double[] {20, 70, 10});
        SplittableRandom random = new SplittableRandom(5);
        int rounds = 4000;
        double sum = 0;
        double squares = 0;

        // When
        for (int i = 0; i < rounds; i++) {
            double drawn = resampling.draw(random)[1];
            sum += drawn / rounds;
            squares += drawn * drawn / rounds;
        }

        // Then: mean n p, variance n p (1 - p)
        assertThat(sum).isCloseTo(70, within(0.5));
        assertThat(squares - sum * sum).isCloseTo(21, within(2.0));
    }

    @Test
    void intervals_hold_the_rating_and_shrink_with_more_votes() {
        // Given
        List<Battle> few = Votes.random(1, 3, 90);
        List<Battle> many = Votes.random(1, 3, 3000);

        // When
        Map<String, Interval> wide = bootstrap(few).intervals(0.95);

        // Then
        Interval narrow = bootstrap(many).intervals(0.95).get("m0");
        assertThat(wide.get("m0").high() - wide.get("m0").low()).isGreaterThan(2 * (narrow.high() - narrow.low()));
        assertThat(narrow.contains(bootstrap(many).median().get("m0"))).isTrue();
    }

    @Test
    void rounds_without_ratings_are_counted_and_not_invented() {
        // Given: x lost once; a third of the rounds do not draw that
        List<Battle> battles =
                List.of(new Battle("x", "y", Outcome.A_WINS, 9), new Battle("x", "y", Outcome.B_WINS, 1));

        // When
        RatingBootstrap bootstrap = bootstrap(battles);

        // Then
        assertThat(bootstrap.undefined()).isBetween(30, 110);
        assertThat(bootstrap.rounds()).hasSize(200 - bootstrap.undefined());
    }

    @Test
    void the_same_seed_gives_the_same_rounds() {
        // Given
        List<Battle> battles = Votes.random(1, 3, 60);

        // When
        RatingBootstrap once = bootstrap(battles);

        // Then
        assertThat(bootstrap(battles)).isEqualTo(once);
        assertThat(catchThrowable(() -> once.intervals(1))).isInstanceOf(IllegalArgumentException.class);
        assertThat(catchThrowable(
                        () -> RatingBootstrap.bradleyTerry(battles, RatingScale.ELO, 0, new SplittableRandom(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RatingBootstrap bootstrap(List<Battle> battles) {
        return RatingBootstrap.bradleyTerry(battles, RatingScale.ELO, 200, new SplittableRandom(7));
    }
}
