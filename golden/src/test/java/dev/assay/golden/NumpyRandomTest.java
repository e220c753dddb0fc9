package dev.assay.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against what numpy itself gives. */
class NumpyRandomTest {

    @Test
    void the_generator_is_that_of_default_rng() {
        // Given
        NumpyGenerator random = new NumpyGenerator(0);

        // When
        double[] drawn = DoubleStream.generate(random::nextDouble).limit(3).toArray();

        // Then
        assertThat(drawn).containsExactly(0.6369616873214543, 0.2697867137638703, 0.04097352393619469);
        assertThat(new NumpyGenerator(12345).nextDouble()).isEqualTo(0.22733602246716966);
    }

    @Test
    void the_twister_is_that_of_random_state() {
        // Given
        NumpyTwister random = new NumpyTwister(0);

        // When
        int[] drawn = IntStream.generate(() -> random.nextInt(10)).limit(8).toArray();

        // Then
        assertThat(drawn).containsExactly(5, 0, 3, 3, 7, 9, 3, 5);
        NumpyTwister other = new NumpyTwister(42);
        assertThat(IntStream.generate(() -> other.nextInt(1000)).limit(4)).containsExactly(102, 435, 860, 270);
    }
}
