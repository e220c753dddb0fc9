package dev.assay.cli.offline;

import dev.assay.scoring.comparison.PairedComparison.Flips;
import dev.assay.scoring.statistics.Interval;
import java.util.Map;
import java.util.Optional;

/**
 * By how much the first of two systems scores higher on the same items.
 *
 * @param items how many are shared
 * @param clusters how many clusters they form; as many as items if each stands alone
 * @param first the first's score
 * @param second the second's
 * @param difference first minus second
 * @param standardError of the difference
 * @param intervals by how they were made; the first is the one to quote
 * @param p the p-value to quote
 * @param tests p-values by test; none is NaN
 * @param flips items on which the first is higher (gained), the second is (lost), or neither
 * @param detectable the least true difference that as many such items show with power 0.8; empty if nothing differs
 */
public record Difference(
        int items,
        int clusters,
        double first,
        double second,
        double difference,
        double standardError,
        Map<String, Interval> intervals,
        double p,
        Map<String, Double> tests,
        Flips flips,
        Optional<Double> detectable) {}
