package dev.assay.gateway.comparison;

import dev.assay.gateway.comparison.ComparisonView.DifferenceView;
import dev.assay.scoring.comparison.PairedComparison;
import dev.assay.scoring.comparison.PairedComparison.Effort;
import dev.assay.scoring.comparison.PairedScores;
import dev.assay.scoring.metric.MetricType.Direction;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Compares pairs of arrays with {@link PairedComparison}, always with the same random numbers. */
final class Differences {

    private static final long SEED = 1;

    private final ComparedMetric metric;
    private final double confidence;
    private final @Nullable ItemLabels clusters;

    Differences(ComparedMetric metric, double confidence, @Nullable ItemLabels clusters) {
        this.metric = metric;
        this.confidence = confidence;
        this.clusters = clusters;
    }

    /** What was found of a pair. */
    record Found(PairedComparison comparison, boolean binary) {}

    /** Empty if fewer than two items, or two clusters, are shared. */
    Optional<Found> of(Pairing pairing, ItemScores candidate, ItemScores baseline) {
        double[] first = pick(candidate, pairing.candidate());
        double[] second = pick(baseline, pairing.baseline());
        List<String> clusterOf = clusters == null
                ? List.of()
                : Arrays.stream(pairing.candidate())
                        .mapToObj(i -> clusters.cluster(candidate.keys()[i]))
                        .toList();
        boolean enough = first.length >= 2
                && (clusters == null || clusterOf.stream().distinct().limit(2).count() == 2);
        if (!enough) {
            return Optional.empty();
        }
        PairedScores scores = new PairedScores(Collections.nCopies(first.length, ""), first, second, clusterOf, 0);
        return Optional.of(new Found(
                PairedComparison.of(scores, confidence, Effort.standard(), new SplittableRandom(SEED)),
                scores.isBinary()));
    }

    private static double[] pick(ItemScores scores, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> scores.values()[i]).toArray();
    }

    DifferenceView view(Found found, double adjusted) {
        PairedComparison c = found.comparison();
        boolean clustered = clusters != null;
        boolean higher = metric.direction() == Direction.HIGHER_IS_BETTER;
        Map<String, Double> tests = tests(found, clustered);
        String percent = BigDecimal.valueOf(confidence)
                .movePointRight(2)
                .stripTrailingZeros()
                .toPlainString();
        boolean decided = adjusted < 1 - confidence && c.difference() != 0;
        return new DifferenceView(
                c.firstMean(),
                c.secondMean(),
                c.difference(),
                c.standardError(),
                c.interval().low(),
                c.interval().high(),
                (clustered ? "clustered-t-" : found.binary() ? "bonett-price-" : "t-") + percent,
                c.bca().map(i -> i.low()).orElse(null),
                c.bca().map(i -> i.high()).orElse(null),
                c.p(),
                clustered ? "clustered-t" : found.binary() ? "mcnemar-mid-p" : "permutation",
                adjusted,
                tests,
                higher ? c.flips().gained() : c.flips().lost(),
                higher ? c.flips().lost() : c.flips().gained(),
                c.flips().same(),
                c.clusters(),
                c.detectable() > 0 ? c.detectable() : null,
                !decided ? null : c.difference() > 0 == higher ? "candidate" : "baseline");
    }

    private static Map<String, Double> tests(Found found, boolean clustered) {
        PairedComparison c = found.comparison();
        Map<String, Double> tests = new LinkedHashMap<>();
        c.mcNemar().filter(exact -> !clustered).ifPresent(exact -> {
            tests.put("mcnemar-mid-p", exact.midP());
            tests.put("mcnemar-exact", exact.exact());
        });
        if (!Double.isNaN(c.pairedT())) {
            tests.put(clustered ? "clustered-t" : "paired-t", c.pairedT());
        }
        tests.put("permutation", c.permutation());
        return tests;
    }
}
