package dev.assay.gateway.comparison;

import dev.assay.gateway.comparison.ComparisonQuery.FoldRule;
import dev.assay.gateway.comparison.ComparisonView.SelectionView;
import dev.assay.scoring.crossvalidation.Folds;
import dev.assay.scoring.crossvalidation.Selection;
import dev.assay.scoring.statistics.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Chooses the best of several sides on all folds but one, and scores it on that one. Pure. */
final class Choice {

    private final FoldRule rule;
    private final ComparedMetric metric;
    private final double confidence;
    private final @Nullable ItemLabels groups;

    /** @param groups the values that stay in one fold; null unless the rule asks for them */
    Choice(FoldRule rule, ComparedMetric metric, double confidence, @Nullable ItemLabels groups) {
        this.rule = rule;
        this.metric = metric;
        this.confidence = confidence;
        this.groups = groups;
    }

    /** @throws dev.assay.gateway.problem.Refusal if the items cannot be parted so */
    SelectionView of(List<Side> sides, List<ItemScores> scores) {
        ItemScores first = scores.getFirst();
        int[] shared = IntStream.range(0, first.size())
                .filter(i -> scores.stream().allMatch(s -> isScored(s, first.keys()[i])))
                .toArray();
        int[] order = Folds.order(shared.length, new SplittableRandom(rule.seed()));
        int[] places = Arrays.stream(order).map(i -> shared[i]).toArray();
        double sign = metric.sign();
        List<double[]> values = scores.stream()
                .map(s -> Arrays.stream(places)
                        .mapToDouble(i -> sign * s.values()[s.find(first.keys()[i])])
                        .toArray())
                .toList();
        Selection.Result result = Selection.best(values, folds(first, places));
        Interval interval = result.interval(confidence);
        Map<String, Integer> picked = new LinkedHashMap<>();
        sides.forEach(side -> picked.put(side.label(), 0));
        result.perFold().forEach(side -> picked.merge(sides.get(side).label(), 1, Integer::sum));
        double ends = sign * interval.low();
        double other = sign * interval.high();
        return new SelectionView(
                rule.count(),
                rule.method(),
                places.length,
                sides.get(result.chosen()).label(),
                sign * result.optimistic(),
                sign * result.score(),
                Math.min(ends, other),
                Math.max(ends, other),
                result.optimistic() - result.score(),
                picked);
    }

    private static boolean isScored(ItemScores scores, long key) {
        int place = scores.find(key);
        return place >= 0 && scores.isScored(place);
    }

    private Folds folds(ItemScores first, int[] places) {
        try {
            if (rule.stratify()) {
                List<String> labels = Arrays.stream(places)
                        .mapToObj(i -> String.valueOf(first.category(i)))
                        .toList();
                return Folds.stratified(labels, rule.count());
            }
            if (groups != null) {
                List<String> labels = new ArrayList<>();
                for (int i : places) {
                    labels.add(groups.cluster(first.keys()[i]));
                }
                return Folds.grouped(labels, rule.count());
            }
            return Folds.plain(places.length, rule.count());
        } catch (IllegalArgumentException e) {
            throw Sides.refused("folds", String.valueOf(e.getMessage()), "Ask for fewer folds.");
        }
    }
}
