package dev.assay.golden;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.golden.Adapter.Refused;
import dev.assay.scoring.power.Power;
import dev.assay.scoring.resampling.Bootstrap;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.resampling.Statistic;
import dev.assay.scoring.statistics.ClusteredMean;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import dev.assay.scoring.statistics.Proportion;
import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;
import dev.assay.scoring.statistics.TestResult;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Intervals, percentiles, the bootstrap and power. */
final class StatisticsAdapters {

    private StatisticsAdapters() {}

    static Map<String, Adapter> all() {
        return Map.of(
                "proportion_intervals", StatisticsAdapters::proportionIntervals,
                "percentiles", StatisticsAdapters::percentiles,
                "clustered_stderr", StatisticsAdapters::clusteredStandardError,
                "bootstrap_ci", StatisticsAdapters::bootstrap,
                "sample_size_power", StatisticsAdapters::power);
    }

    static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }

    private static Object proportionIntervals(JsonNode golden) {
        JsonNode input = golden.get("input");
        double confidence = 1 - input.get("alpha").asDouble();
        Proportion first = proportion(input);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("normal", ends(first.normal(confidence)));
        result.put("wilson", ends(first.wilson(confidence)));
        result.put("agresti_coull", ends(first.agrestiCoull(confidence)));
        result.put("beta", ends(first.clopperPearson(confidence)));
        result.put("jeffreys", ends(first.jeffreys(confidence)));
        if (input.has("second")) {
            TestResult test = first.zTest(proportion(input.get("second")));
            result.put("ztest_vs_second", Map.of("z", test.statistic(), "p", test.p()));
        }
        return result;
    }

    private static Proportion proportion(JsonNode node) {
        return new Proportion(node.get("successes").asLong(), node.get("trials").asLong());
    }

    private static Object percentiles(JsonNode golden) {
        double[] values = Json.numbers(golden.at("/input/values"));
        if (values.length == 0) {
            return new Refused("no values");
        }
        Quantiles quantiles = new Quantiles(values);
        Map<String, Object> linear = new LinkedHashMap<>();
        Stream.of("0", "1", "5", "10", "25", "50", "75", "90", "95", "99", "99.9", "100")
                .forEach(percent -> linear.put(percent, quantiles.at(Double.parseDouble(percent) / 100)));
        Map<String, Object> nearest = new LinkedHashMap<>();
        Stream.of("50", "90", "95", "99")
                .forEach(percent -> nearest.put(percent, quantiles.nearestRank(Double.parseDouble(percent) / 100)));
        Map<String, Object> shares = new LinkedHashMap<>();
        Stream.of("0.25", "0.5", "0.75", "0.9", "0.95", "0.99")
                .forEach(share -> shares.put(share, quantiles.at(Double.parseDouble(share))));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("linear", linear);
        result.put("nearest_rank_inverted_cdf", nearest);
        result.put("lower", quantiles.lower(0.95));
        result.put("higher", quantiles.higher(0.95));
        result.put("mean", Sums.mean(values));
        result.put("std", Sums.deviation(values, 1));
        result.put("min", quantiles.at(0));
        result.put("max", quantiles.at(1));
        result.put("pandas_quantiles", shares);
        return result;
    }

    private static Object clusteredStandardError(JsonNode golden) {
        JsonNode input = golden.get("input");
        double level = input.get("level").asDouble();
        List<double[]> clusters =
                Json.elements(input.get("clusters")).map(Json::numbers).toList();
        ClusteredMean clustered = new ClusteredMean(clusters);
        Moments moments = new Moments();
        clusters.forEach(cluster -> Arrays.stream(cluster).forEach(moments::add));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("mean", clustered.mean());
        result.put("clustered_stderr", clustered.standardError());
        result.put("clustered_ci", ends(clustered.simpleInterval(level)));
        result.put("stderr", moments.standardError());
        result.put(
                "ci",
                moments.count() < 2
                        ? List.of(clustered.mean(), clustered.mean())
                        : ends(Interval.student(moments.count(), moments.mean(), moments.variance(), level)));
        return result;
    }

    private static Object bootstrap(JsonNode golden) {
        JsonNode input = golden.get("input");
        double confidence = input.get("confidence_level").asDouble();
        Statistic statistic = switch (input.get("statistic").asText()) {
            case "mean" -> Statistic.MEAN;
            case "median" -> Statistic.MEDIAN;
            case "std" -> Statistic.DEVIATION;
            default -> throw new IllegalArgumentException("unknown statistic");
        };
        Resamples resamples = Resamples.given(
                Json.elements(input.get("resample_indices")).map(Json::integers).toArray(int[][]::new));
        Bootstrap bootstrap = Bootstrap.of(Json.numbers(input.get("values")), statistic, resamples);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("percentile", ends(bootstrap.percentile(confidence)));
        result.put("basic", ends(bootstrap.basic(confidence)));
        result.put(
                "BCa", bootstrap.bca(confidence).map(StatisticsAdapters::ends).orElse(List.of(Double.NaN, Double.NaN)));
        result.put("standard_error", bootstrap.standardError());
        return result;
    }

    private static Object power(JsonNode golden) {
        JsonNode input = golden.get("input");
        double alpha = input.get("alpha").asDouble();
        double power = input.get("power").asDouble();
        double effect = Power.proportionEffect(
                input.get("p1").asDouble(), input.get("p2").asDouble());
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("effect_size", effect);
        result.put("power_at_n_z", Power.normal(effect, input.get("n").asDouble(), alpha));
        if (effect == 0) {
            result.put("n_required_z", new Refused("no effect"));
            result.put("n_required_t", new Refused("no effect"));
        } else {
            result.put("n_required_z", Power.sizeNormal(effect, alpha, power));
            result.put("n_required_t", Power.sizeStudent(effect, alpha, power));
        }
        return result;
    }
}
