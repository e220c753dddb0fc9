package dev.assay.simulator.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.assay.simulator.answer.Draw;
import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void a_lognormal_latency_has_the_median_and_the_95_percent_quantile_that_were_asked_for() {
        // Given
        Latency latency = new Latency.LogNormal(200, 600);
        // When
        double[] sorted = sample(latency);
        // Then
        assertThat(sorted[sorted.length / 2]).isCloseTo(200, within(5.0));
        assertThat(sorted[sorted.length * 95 / 100]).isCloseTo(600, within(20.0));
    }

    @Test
    void a_uniform_latency_is_spread_evenly() {
        // Given
        Latency latency = new Latency.Uniform(100, 300);
        // When
        double[] sorted = sample(latency);
        // Then
        assertThat(Arrays.stream(sorted).average().orElseThrow()).isCloseTo(200, within(2.0));
        assertThat(sorted[0]).isBetween(100.0, 101.0);
        assertThat(sorted[sorted.length - 1]).isBetween(299.0, 300.0);
    }

    @Property
    void no_latency_is_negative_or_longer_than_an_hour(
            @ForAll @DoubleRange(max = 0.9999999999) @Scale(10) double first,
            @ForAll @DoubleRange(max = 0.9999999999) @Scale(10) double second,
            @ForAll @DoubleRange(min = 0.001, max = 1000) @Scale(3) double median,
            @ForAll @DoubleRange(min = 1, max = 1000) double spread) {
        Latency latency = new Latency.LogNormal(median, median * spread);
        assertThat(latency.sampleMs(first, second)).isBetween(0.0, Latency.MAX_MS);
    }

    private static double[] sample(Latency latency) {
        return IntStream.range(0, 40_000)
                .mapToObj(i -> Draw.start().with(i))
                .mapToDouble(draw -> latency.sampleMs(draw.uniform(1), draw.uniform(2)))
                .sorted()
                .toArray();
    }
}
