package dev.assay.scoring.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RougeBootstrapTest {

    private final List<RougeScore> scores = List.of(new RougeScore(0, 0, 0), new RougeScore(1, 0.5, 0.75));

    @Test
    void the_middle_is_the_median_of_the_means_of_the_draws() {
        // Given
        int[][] draws = {{0, 0}, {0, 1}, {1, 1}};

        // When
        RougeBootstrap interval = RougeBootstrap.of(scores, draws, 1);

        // Then
        assertThat(interval.low()).isEqualTo(new RougeScore(0, 0, 0));
        assertThat(interval.mid()).isEqualTo(new RougeScore(0.5, 0.25, 0.375));
        assertThat(interval.high()).isEqualTo(new RougeScore(1, 0.5, 0.75));
    }

    @Test
    void draws_are_as_large_as_the_set_and_repeatable() {
        // When
        int[][] draws = RougeBootstrap.draw(5, 3, RandomGenerator.of("L64X128MixRandom"));

        // Then
        assertThat(draws).hasDimensions(3, 5);
        assertThat(Arrays.stream(draws).flatMapToInt(Arrays::stream).boxed())
                .allSatisfy(place -> assertThat(place).isBetween(0, 4));
    }

    @Test
    void no_scores_or_a_confidence_that_is_no_share_are_refused() {
        // When
        var refused = assertThatThrownBy(() -> RougeBootstrap.of(List.of(), new int[][] {{}}, 0.95));

        // Then
        refused.isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RougeBootstrap.of(scores, new int[][] {{0}}, 95))
                .hasMessageContaining("from 0 to 1");
    }
}
