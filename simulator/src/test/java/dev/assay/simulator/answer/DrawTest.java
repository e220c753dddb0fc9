package dev.assay.simulator.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DrawTest {

    @Test
    void texts_that_are_cut_differently_draw_differently() {
        assertThat(Draw.start().with("ab").with("c"))
                .isNotEqualTo(Draw.start().with("a").with("bc"));
        assertThat(Draw.start().with("")).isNotEqualTo(Draw.start());
    }

    /** Answers would change between versions if these did, and with them every recorded score. */
    @Test
    void the_numbers_are_the_same_in_every_version() {
        Draw draw = Draw.start()
                .with("sim-large")
                .with("What is 6 times 7?")
                .with(7)
                .with(0);
        assertThat(draw.state()).isEqualTo(-5797382309841293738L);
        assertThat(draw.bits(1)).isEqualTo(2533403798884583189L);
    }

    /** Pearson's statistic of 64 equal cells has 63 degrees of freedom: above 130 it is chance once in 10^6 times. */
    @Test
    void prompts_that_differ_in_a_number_only_draw_evenly() {
        // Given
        int[] cells = new int[64];
        // When
        IntStream.range(0, 64_000)
                .forEach(i -> cells[
                        (int) (Draw.start()
                                        .with("model")
                                        .with("Question " + i)
                                        .with(0)
                                        .with(0)
                                        .uniform(3)
                                * 64)]++);
        // Then
        double statistic = IntStream.of(cells)
                .mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000.0)
                .sum();
        assertThat(statistic).isLessThan(130);
    }

    @Property
    void numbers_stay_in_their_range(@ForAll String text, @ForAll long salt, @ForAll @IntRange(min = 1) int bound) {
        Draw draw = Draw.start().with(text);
        assertThat(draw.uniform(salt)).isGreaterThanOrEqualTo(0).isLessThan(1);
        assertThat(draw.below(bound, salt)).isBetween(0, bound - 1);
    }
}
