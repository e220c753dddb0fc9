package dev.assay.cli.offline;

import dev.assay.scoring.aggregate.SetUnits;
import dev.assay.scoring.comparison.PairedComparison.Flips;
import dev.assay.scoring.metric.CorpusMetric;
import dev.assay.scoring.metric.CorpusMetric.Evidence;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.NormalDistribution;
import dev.assay.scoring.statistics.Quantiles;
import dev.assay.scoring.statistics.Sums;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The difference of a metric of sets, such as corpus BLEU, between two systems on the same items.
 *
 * <p>Interval: the paired bootstrap's quantiles (P. Koehn 2004). Test: approximate randomisation, which swaps the two
 * systems' answers to an item at random (S. Riezler and J. Maxwell 2005), p = (1 + rounds at least as far apart) / (1 +
 * rounds). Both draw items, or whole clusters. Rounds for which the metric is not defined are passed over.
 */
final class SetDifference {

    private static final double POWER = 0.8;

    private final CorpusMetric metric;
    private final List<Unit> units;
    private final SetUnits both;
    private final Sureness sureness;

    /** What is drawn as one: an item's answers, or a cluster's. */
    private record Unit(List<Evidence> first, List<Evidence> second) {}

    private SetDifference(CorpusMetric metric, List<Unit> units, Sureness sureness) {
        this.metric = metric;
        this.units = units;
        // The first system's units, and after them the second's.
        this.both = SetUnits.of(
                metric,
                Stream.concat(units.stream().map(Unit::first), units.stream().map(Unit::second))
                        .toList());
        this.sureness = sureness;
    }

    /** Empty if fewer than two items, or two clusters, are shared, or the metric is not defined for them. */
    static Optional<Difference> of(CorpusMetric metric, List<PairedItems.Item> items, Sureness sureness) {
        List<Unit> units = units(items);
        SetDifference set = new SetDifference(metric, units, sureness);
        return units.size() < 2 ? Optional.empty() : set.difference(items.size(), flips(items));
    }

    private static List<Unit> units(List<PairedItems.Item> items) {
        List<String> clusters = items.stream()
                .map(item -> item.cluster() == null ? "i:" + item.name() : item.cluster())
                .toList();
        return Resamples.members(clusters).values().stream()
                .map(places -> new Unit(
                        places.stream()
                                .flatMap(i -> items.get(i).first().evidence.stream())
                                .toList(),
                        places.stream()
                                .flatMap(i -> items.get(i).second().evidence.stream())
                                .toList()))
                .toList();
    }

    private static Flips flips(List<PairedItems.Item> items) {
        long gained = 0;
        long lost = 0;
        for (PairedItems.Item item : items) {
            double change = mean(item.first().scores) - mean(item.second().scores);
            gained += change > 0 ? 1 : 0;
            lost += change < 0 ? 1 : 0;
        }
        return new Flips(gained, lost, items.size() - gained - lost);
    }

    private static double mean(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private Optional<Difference> difference(int items, Flips flips) {
        List<Evidence> first =
                units.stream().flatMap(unit -> unit.first().stream()).toList();
        List<Evidence> second =
                units.stream().flatMap(unit -> unit.second().stream()).toList();
        Optional<Double> a = metric.over(first).asValue();
        Optional<Double> b = metric.over(second).asValue();
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        double difference = a.get() - b.get();
        RandomGenerator random = new SplittableRandom(sureness.seed());
        double[] drawn = drawn(random);
        if (drawn.length < 2) {
            return Optional.empty();
        }
        double[] swapped = swapped(random);
        long far = DoubleStream.of(swapped)
                .filter(d -> Math.abs(d) >= Math.abs(difference) - 1e-12)
                .count();
        double p = (1.0 + far) / (1.0 + swapped.length);
        Quantiles quantiles = new Quantiles(drawn);
        double tail = (1 - sureness.confidence()) / 2;
        double error = Sums.deviation(drawn, 1);
        double z = NormalDistribution.upperQuantile(tail) + NormalDistribution.upperQuantile(1 - POWER);
        return Optional.of(new Difference(
                items,
                units.size(),
                a.get(),
                b.get(),
                difference,
                error,
                Map.of(
                        "paired-bootstrap-" + Percent.of(sureness.confidence()),
                        new Interval(quantiles.at(tail), quantiles.at(1 - tail))),
                p,
                Map.of("approximate-randomisation", p),
                flips,
                Optional.of(z * error).filter(d -> d > 0)));
    }

    /** Differences over units drawn with replacement. */
    private double[] drawn(RandomGenerator random) {
        return rounds((first, second) -> {
            for (int i = 0; i < units.size(); i++) {
                int unit = random.nextInt(units.size());
                first[unit]++;
                second[units.size() + unit]++;
            }
        });
    }

    /** Differences with the two systems' answers swapped at random. */
    private double[] swapped(RandomGenerator random) {
        return rounds((first, second) -> {
            for (int unit = 0; unit < units.size(); unit++) {
                boolean swap = random.nextBoolean();
                first[swap ? units.size() + unit : unit]++;
                second[swap ? unit : units.size() + unit]++;
            }
        });
    }

    private interface Drawing {
        void into(int[] first, int[] second);
    }

    private double[] rounds(Drawing drawing) {
        DoubleStream.Builder differences = DoubleStream.builder();
        int[] first = new int[both.count()];
        int[] second = new int[both.count()];
        for (int round = 0; round < sureness.resamples(); round++) {
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
            drawing.into(first, second);
            Optional<Double> a = both.over(first).asValue();
            Optional<Double> b = both.over(second).asValue();
            if (a.isPresent() && b.isPresent()) {
                differences.add(a.get() - b.get());
            }
        }
        return differences.build().toArray();
    }
}
