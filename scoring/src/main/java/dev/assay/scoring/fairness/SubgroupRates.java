package dev.assay.scoring.fairness;

import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Quantiles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Positive predictions by the group that is in an item, counted as the items come: equal items are one number, so that memory
 * grows with groups and repeats alone. Mutable, not thread-safe.
 *
 * <p>Differences are those of {@link GroupComparison}, but for what rests on fewer than {@link SubgroupScores#FEW} items: such
 * a rate is left out instead of counting as found, or as 0 without any item.
 */
public final class SubgroupRates {

    /** Equal items: what is true, and how many of its repeats were predicted to be positive. */
    private record Pattern(boolean truth, int positive, int repeats) {}

    private final Map<String, Map<Pattern, Long>> groups = new TreeMap<>();

    /**
     * Adds an item.
     *
     * @param truth whether it is truly positive
     * @param positive how many of its answers say so
     * @param repeats how many answers it has, at least 1
     */
    public void add(String group, boolean truth, int positive, int repeats) {
        if (repeats < 1 || positive < 0 || positive > repeats) {
            throw new IllegalArgumentException(positive + " positive answers of " + repeats);
        }
        groups.computeIfAbsent(group, name -> new TreeMap<>(SubgroupRates::order))
                .merge(new Pattern(truth, positive, repeats), 1L, Long::sum);
    }

    /** Resampling draws in this order, so that equal items give equal intervals. */
    private static int order(Pattern one, Pattern other) {
        int byTruth = Boolean.compare(one.truth, other.truth);
        int byRepeats = byTruth != 0 ? byTruth : Integer.compare(one.repeats, other.repeats);
        return byRepeats != 0 ? byRepeats : Integer.compare(one.positive, other.positive);
    }

    /**
     * One group's rates over its answers; a rate is empty if it rests on too few items.
     *
     * @param items of the group
     */
    public record Group(
            String name,
            long items,
            Optional<Double> selection,
            Optional<Double> truePositive,
            Optional<Double> falsePositive) {}

    /** All groups, by name. */
    public List<Group> groups() {
        List<Group> all = new ArrayList<>();
        groups.forEach((name, patterns) -> all.add(new Group(
                name,
                patterns.values().stream().mapToLong(Long::longValue).sum(),
                rate(patterns, weights(patterns), Rate.SELECTION),
                rate(patterns, weights(patterns), Rate.TRUE_POSITIVE),
                rate(patterns, weights(patterns), Rate.FALSE_POSITIVE))));
        return all;
    }

    /** A difference between groups; 0 is parity. */
    public record Parity(double difference, Interval interval) {}

    /** The greatest difference of selection rates; empty unless two groups have enough items. */
    public Optional<Parity> demographicParity(double confidence, int rounds, RandomGenerator random) {
        return parity(List.of(Rate.SELECTION), confidence, rounds, random);
    }

    /** The greater of the differences of true and of false positive rates; empty unless two groups have one of them. */
    public Optional<Parity> equalizedOdds(double confidence, int rounds, RandomGenerator random) {
        return parity(List.of(Rate.TRUE_POSITIVE, Rate.FALSE_POSITIVE), confidence, rounds, random);
    }

    /**
     * Resamples the items of each group by the Bayesian bootstrap (D. Rubin 1981): n equal items get the sum of n standard
     * exponential weights, a Gamma variable, which takes no longer for a million of them.
     *
     * <p>The difference of extremes is too great on average, so its own quantiles would not do. But it is never farther from
     * the true one than the groups' errors are from each other, and these are resampled: with q the quantile of the
     * greatest difference between two groups' errors, as in J. Tukey's method for all pairs, the interval is the
     * difference ± q, within 0 and 1. With two groups that is the usual interval; with more it is wider than it need be.
     */
    private Optional<Parity> parity(List<Rate> rates, double confidence, int rounds, RandomGenerator random) {
        List<List<Double>> found = byRate(rates, SubgroupRates::weights);
        return greatest(found).map(difference -> {
            double[] errors = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                List<List<Double>> resampled = byRate(
                        rates,
                        patterns -> patterns.values().stream()
                                .map(count -> gamma(count, random))
                                .toList());
                errors[round] = greatest(less(resampled, found)).orElseThrow();
            }
            double error = new Quantiles(errors).at(confidence);
            Interval interval = new Interval(difference - error, difference + error);
            return new Parity(difference, interval.within(0, 1));
        });
    }

    private static List<List<Double>> less(List<List<Double>> resampled, List<List<Double>> found) {
        List<List<Double>> errors = new ArrayList<>();
        for (int rate = 0; rate < found.size(); rate++) {
            List<Double> ofRate = new ArrayList<>();
            for (int group = 0; group < found.get(rate).size(); group++) {
                ofRate.add(resampled.get(rate).get(group) - found.get(rate).get(group));
            }
            errors.add(ofRate);
        }
        return errors;
    }

    /** Weighs the patterns of a group. */
    private interface Weighing {
        List<Double> of(Map<Pattern, Long> patterns);
    }

    private static List<Double> weights(Map<Pattern, Long> patterns) {
        return patterns.values().stream().map(Long::doubleValue).toList();
    }

    /** Of each rate its values in the groups that have enough items for it. */
    private List<List<Double>> byRate(List<Rate> rates, Weighing weighing) {
        List<List<Double>> byRate = new ArrayList<>();
        rates.forEach(rate -> byRate.add(new ArrayList<>()));
        for (Map<Pattern, Long> patterns : groups.values()) {
            List<Double> weights = weighing.of(patterns);
            for (int i = 0; i < rates.size(); i++) {
                rate(patterns, weights, rates.get(i)).ifPresent(byRate.get(i)::add);
            }
        }
        return byRate;
    }

    /** The greatest difference between two groups, over all rates; empty if no rate has two groups. */
    private static Optional<Double> greatest(List<List<Double>> byRate) {
        return byRate.stream()
                .filter(values -> values.size() > 1)
                .map(SubgroupRates::spread)
                .max(Double::compare);
    }

    private static double spread(Collection<Double> values) {
        return values.stream().mapToDouble(v -> v).max().orElseThrow()
                - values.stream().mapToDouble(v -> v).min().orElseThrow();
    }

    /** A rate with weighted items; whether it rests on enough of them is a matter of the items themselves. */
    private static Optional<Double> rate(Map<Pattern, Long> patterns, List<Double> weights, Rate rate) {
        long items = 0;
        double answers = 0;
        double positive = 0;
        int place = 0;
        for (Map.Entry<Pattern, Long> entry : patterns.entrySet()) {
            double weight = weights.get(place++);
            Pattern pattern = entry.getKey();
            boolean counts = switch (rate) {
                case SELECTION -> true;
                case TRUE_POSITIVE -> pattern.truth;
                case FALSE_POSITIVE -> !pattern.truth;
                case ACCURACY -> throw new IllegalArgumentException("accuracy is no rate of positive predictions");
            };
            if (counts) {
                items += entry.getValue();
                answers += weight * pattern.repeats;
                positive += weight * pattern.positive;
            }
        }
        return items < SubgroupScores.FEW ? Optional.empty() : Optional.of(positive / answers);
    }

    /** A Gamma variable of a whole shape and scale 1 (G. Marsaglia and W. Tsang 2000). */
    private static double gamma(long shape, RandomGenerator random) {
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double v = 1 + c * x;
            if (v > 0) {
                double cube = v * v * v;
                if (Math.log(1 - random.nextDouble()) < x * x / 2 + d - d * cube + d * Math.log(cube)) {
                    return d * cube;
                }
            }
        }
    }
}
