package dev.assay.scoring.statistics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.scoring.golden.GoldenFile;
import dev.assay.scoring.golden.Origin;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Statistics against the values of scipy, statsmodels, numpy and the field's harnesses. */
class GoldenStatisticsTest {

    @ParameterizedTest
    @EnumSource
    void wilson_intervals_are_those_of_statsmodels(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "proportion_intervals");

        // When
        GoldenFile cases = golden.where(c -> c.at("/expected").has("wilson"));

        // Then
        cases.allSatisfy(c -> {
            JsonNode in = c.get("input");
            Interval interval = Interval.wilson(
                    in.get("successes").asLong(),
                    in.get("trials").asLong(),
                    1 - in.get("alpha").asDouble());
            return GoldenFile.near(c.at("/expected/wilson/0"), interval.low(), 1e-9)
                    && GoldenFile.near(c.at("/expected/wilson/1"), interval.high(), 1e-9);
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_t_distribution_gives_the_p_values_of_paired_t_tests_in_scipy(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "hypothesis_tests");

        // When
        GoldenFile cases = golden.where(c -> c.at("/expected/ttest_rel/t").isNumber());

        // Then
        cases.allSatisfy(c -> {
            int pairs = c.at("/input/a").size();
            double t = Math.abs(c.at("/expected/ttest_rel/t").asDouble());
            return GoldenFile.near(c.at("/expected/ttest_rel/p"), 2 * StudentDistribution.above(pairs - 1, t), 1e-10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void means_and_t_intervals_are_those_of_inspect(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "clustered_stderr");

        // When
        GoldenFile cases = golden.where(
                c -> values(c).count() > 1 && c.at("/expected/ci/0").isNumber());

        // Then
        cases.allSatisfy(c -> {
            Moments moments = values(c);
            double level = c.at("/input/level").asDouble();
            Interval interval = Interval.student(moments.count(), moments.mean(), moments.variance(), level);
            return GoldenFile.near(c.at("/expected/mean"), moments.mean(), 1e-12)
                    && GoldenFile.near(c.at("/expected/ci/0"), interval.low(), 1e-8)
                    && GoldenFile.near(c.at("/expected/ci/1"), interval.high(), 1e-8);
        });
    }

    @ParameterizedTest
    @EnumSource
    void mean_and_standard_error_are_those_of_the_harness(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "lm_eval_aggregation");

        // When
        GoldenFile cases = golden.where(c -> c.at("/input/op").asText().equals("describe"));

        // Then
        cases.allSatisfy(c -> {
            Moments moments = new Moments();
            Arrays.stream(GoldenFile.numbers(c.at("/input/values"))).forEach(moments::add);
            double deviation = Math.sqrt(moments.variance());
            return GoldenFile.near(c.at("/expected/mean"), moments.mean(), 1e-12)
                    && GoldenFile.near(c.at("/expected/sample_stddev"), deviation, 1e-12)
                    && GoldenFile.near(c.at("/expected/mean_stderr"), deviation / Math.sqrt(moments.count()), 1e-12);
        });
    }

    @ParameterizedTest
    @EnumSource
    void quantiles_are_those_of_numpy(Origin origin) {
        // Given
        GoldenFile golden = GoldenFile.read(origin, "percentiles");

        // When
        GoldenFile cases = golden.where(c -> c.at("/expected").has("linear"));

        // Then
        cases.allSatisfy(c -> {
            Quantiles quantiles = new Quantiles(GoldenFile.numbers(c.at("/input/values")));
            return c.at("/expected/linear").properties().stream()
                    .map(e -> Map.entry(Double.parseDouble(e.getKey()) / 100, e.getValue()))
                    .allMatch(e -> GoldenFile.near(e.getValue(), quantiles.at(e.getKey()), 1e-9));
        });
    }

    private static Moments values(JsonNode golden) {
        Moments moments = new Moments();
        StreamSupport.stream(golden.at("/input/clusters").spliterator(), false)
                .map(GoldenFile::numbers)
                .flatMapToDouble(Arrays::stream)
                .forEach(moments::add);
        return moments;
    }
}
