package dev.assay.cli.offline;

import dev.assay.scoring.comparison.PairedComparison;
import dev.assay.scoring.comparison.PairedComparison.Effort;
import dev.assay.scoring.comparison.PairedScores;
import dev.assay.scoring.resampling.Resamples;
import dev.assay.scoring.statistics.Interval;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** The difference of two means of rows' scores. An item's repeats are averaged first. Pure. */
final class MeanDifference {

    private static final int PERMUTATIONS = 10_000;

    private MeanDifference() {}

    /** Empty if fewer than two items, or two clusters, are shared. */
    static Optional<Difference> of(List<PairedItems.Item> items, Sureness sureness) {
        PairedScores scores = scores(items);
        boolean clustered = !scores.clusters().isEmpty();
        if (scores.size() < 2
                || (clustered && scores.clusters().stream().distinct().count() < 2)) {
            return Optional.empty();
        }
        Effort effort = new Effort(Math.max(Resamples.LEAST, sureness.resamples()), PERMUTATIONS);
        PairedComparison found =
                PairedComparison.of(scores, sureness.confidence(), effort, new SplittableRandom(sureness.seed()));
        Map<String, Interval> intervals = new LinkedHashMap<>();
        String percent = Percent.of(sureness.confidence());
        boolean binary = scores.isBinary() && !clustered;
        intervals.put((clustered ? "clustered-t-" : binary ? "bonett-price-" : "t-") + percent, found.interval());
        found.bca().ifPresent(bca -> intervals.put("bca-" + percent, bca));
        Map<String, Double> tests = new LinkedHashMap<>();
        found.mcNemar().ifPresent(exact -> {
            // Items of a cluster are not independent, which McNemar's test takes them for.
            if (!clustered) {
                tests.put("mcnemar-mid-p", exact.midP());
                tests.put("mcnemar-exact", exact.exact());
            }
        });
        if (!Double.isNaN(found.pairedT())) {
            tests.put(clustered ? "clustered-t" : "paired-t", found.pairedT());
        }
        tests.put("permutation", found.permutation());
        return Optional.of(new Difference(
                found.items(),
                found.clusters(),
                found.firstMean(),
                found.secondMean(),
                found.difference(),
                found.standardError(),
                intervals,
                found.p(),
                tests,
                found.flips(),
                Optional.of(found.detectable()).filter(d -> d > 0)));
    }

    private static PairedScores scores(List<PairedItems.Item> items) {
        Map<String, double[]> first = new HashMap<>();
        Map<String, double[]> second = new HashMap<>();
        Map<String, String> clusters = new HashMap<>();
        for (PairedItems.Item item : items) {
            first.put(item.name(), array(item.first().scores));
            second.put(item.name(), array(item.second().scores));
            if (item.cluster() != null) {
                clusters.put(item.name(), item.cluster());
            }
        }
        return PairedScores.of(first, second, clusters);
    }

    private static double[] array(List<Double> scores) {
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
