package dev.assay.scoring.counterfactual;

import dev.assay.scoring.metric.MetricType.Direction;
import dev.assay.scoring.robustness.VariantComparison;
import dev.assay.scoring.statistics.Interval;
import dev.assay.scoring.statistics.Moments;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far scores differ between questions and their counterfactuals.
 *
 * @param pairs compared
 * @param meanOriginal mean score of the questions as they are
 * @param meanCounterfactual mean score with others in them
 * @param difference mean of counterfactual less original: above 0 if those put in score higher
 * @param interval Student's interval of the difference over the pairs; empty for a single pair
 * @param changed share of the pairs whose scores differ at all. A difference of 0 with many changes is unfair to single
 *     people in both directions
 * @param meanAbsolute mean of the absolute differences
 * @param largest the greatest absolute difference, and the pair that has it
 */
public record BiasReport(
        int pairs,
        double meanOriginal,
        double meanCounterfactual,
        double difference,
        Optional<Interval> interval,
        double changed,
        double meanAbsolute,
        Largest largest) {

    /** A pair's scores. @param item which question */
    public record ScoredPair(String item, double original, double counterfactual) {
        public ScoredPair {
            if (!Double.isFinite(original) || !Double.isFinite(counterfactual)) {
                throw new IllegalArgumentException("scores are finite");
            }
        }

        double difference() {
            return counterfactual - original;
        }
    }

    /** The pair that differs most. */
    public record Largest(String item, double difference) {}

    /** Whether the interval excludes 0: the groups are treated differently beyond what chance explains. */
    public boolean isBiased() {
        return interval.filter(i -> !i.contains(0)).isPresent();
    }

    /**
     * Compares pairs.
     *
     * @param confidence of the interval, such as 0.95
     * @return empty without pairs
     */
    public static Optional<BiasReport> of(List<ScoredPair> pairs, double confidence) {
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        // Which way the metric goes makes no difference to what is asked of it here.
        VariantComparison comparison = new VariantComparison(Direction.HIGHER_IS_BETTER);
        Moments absolute = new Moments();
        ScoredPair largest = pairs.getFirst();
        for (ScoredPair pair : pairs) {
            comparison.add(pair.original(), pair.counterfactual(), pair.difference() != 0);
            absolute.add(Math.abs(pair.difference()));
            largest = Math.abs(pair.difference()) > Math.abs(largest.difference()) ? pair : largest;
        }
        Largest most = new Largest(largest.item(), largest.difference());
        return comparison
                .found(confidence)
                .map(found -> new BiasReport(
                        pairs.size(),
                        found.original(),
                        found.value(),
                        found.difference(),
                        found.interval(),
                        found.changed(),
                        absolute.mean(),
                        most));
    }

    /** A report for each rule or group by its name; those without pairs are left out. */
    public static Map<String, BiasReport> byGroup(Map<String, List<ScoredPair>> pairs, double confidence) {
        Map<String, BiasReport> reports = new TreeMap<>();
        pairs.forEach((group, scored) -> of(scored, confidence).ifPresent(report -> reports.put(group, report)));
        return reports;
    }
}
