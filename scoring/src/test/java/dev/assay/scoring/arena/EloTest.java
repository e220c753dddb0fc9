package dev.assay.scoring.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class EloTest {

    @Test
    void the_first_win_is_worth_half_of_k() {
        // Given
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS));

        // When
        Ratings ratings = Elo.ARENA.rate(battles);

        // Then
        assertThat(ratings.byModel()).containsEntry("x", 1002.0).containsEntry("y", 998.0);
        assertThat(ratings.order()).containsExactly("x", "y");
    }

    @Test
    void a_tie_moves_points_to_the_weaker_side() {
        // Given
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS), new Battle("y", "x", Outcome.TIE));

        // When
        double weaker = Elo.ARENA.rate(battles).of("y").orElseThrow();

        // Then
        assertThat(weaker).isBetween(998.0 + 1e-6, 1000.0);
    }

    @Test
    void a_replay_knows_models_that_were_not_drawn() {
        // Given
        List<Battle> battles = List.of(new Battle("x", "y", Outcome.A_WINS), new Battle("z", "y", Outcome.B_WINS));

        // When
        Ratings ratings = Elo.ARENA.replay(battles, new int[] {0, 0});

        // Then
        assertThat(ratings.of("z")).contains(1000.0);
        assertThat(ratings.of("nobody")).isEmpty();
    }

    @Test
    void averaging_over_orders_takes_the_order_out() {
        // Given: as many wins as losses, the losses last
        List<Battle> battles = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> new Battle("x", "y", i < 20 ? Outcome.A_WINS : Outcome.B_WINS))
                .toList();
        Elo fast = new Elo(32, 10, 400, 1000);

        // When
        Ratings averaged = fast.averaged(battles, 400, new SplittableRandom(1));

        // Then
        assertThat(fast.rate(battles).of("x").orElseThrow()).isLessThan(960);
        assertThat(averaged.of("x").orElseThrow()).isCloseTo(1000, within(12.0));
        assertThat(catchThrowable(() -> fast.averaged(battles, 0, new SplittableRandom(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void points_are_neither_made_nor_lost(@ForAll long seed) {
        // Given
        List<Battle> battles = Votes.random(seed, 4, 30);

        // When
        Ratings ratings = Elo.ARENA.rate(battles);

        // Then
        double mean = ratings.byModel().values().stream()
                .mapToDouble(r -> r)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(1000, within(1e-9));
    }
}
